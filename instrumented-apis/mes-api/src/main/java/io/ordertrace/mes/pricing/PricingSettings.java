package io.ordertrace.mes.pricing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The price list, in roubles.
 *
 * @param preparation for every order, whatever its size
 * @param perCm3 metal and casting for each cubic centimetre
 * @param perMm machine time for each millimetre of the longest side
 * @param longestSideMm what the largest machine can hold, millimetres
 */
@Validated
@ConfigurationProperties("mes.pricing")
record PricingSettings(
        @NotNull @Positive BigDecimal preparation,
        @NotNull @Positive BigDecimal perCm3,
        @NotNull @Positive BigDecimal perMm,
        @Positive double longestSideMm) {}
