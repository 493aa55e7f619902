package io.ordertrace.mes.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrace.mes.Stl;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PricesTests {

    private final Prices prices = new Prices(
            new PricingSettings(new BigDecimal("1500"), new BigDecimal("4200"), new BigDecimal("35.50"), 300));

    @Test
    void addsPreparationMetalAndMachineTime() {
        // 1 cm³ of metal and 10 mm of machine time
        assertThat(prices.priceOf(Stl.binary(Stl.cube(0, 10)))).isEqualTo("6055.00");
    }

    @Test
    void roundsToKopecks() {
        // 0.000001 cm³, 0.1 mm: 1500 + 0.0042 + 3.55
        assertThat(prices.priceOf(Stl.binary(Stl.cube(0, 0.1f)))).isEqualTo("1503.55");
    }

    @Test
    void refusesWhatNoMachineCanHold() {
        assertThatThrownBy(() -> prices.priceOf(Stl.binary(Stl.cube(0, 301))))
                .isInstanceOf(ModelTooLarge.class)
                .hasMessageContaining("301.0 mm");
    }
}
