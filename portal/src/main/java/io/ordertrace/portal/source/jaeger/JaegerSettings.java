package io.ordertrace.portal.source.jaeger;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How to ask Jaeger.
 *
 * @param address host and port of its gRPC query endpoint
 * @param user user of its basicauth extension; empty when it asks for none
 * @param password password of that user
 * @param searchDepth traces asked for per service; a full page means "perhaps more"
 * @param lookback how far back to search
 */
@Validated
@ConfigurationProperties("portal.jaeger")
record JaegerSettings(
        @NotBlank @DefaultValue("127.0.0.1:16685") String address,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @Min(1) @Max(10_000) @DefaultValue("300") int searchDepth,
        @DurationMin(minutes = 1) @DefaultValue("90d") Duration lookback) {}
