package io.ordertrace.mes.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.stereotype.Component;

/** Turns a model file into its price. */
@Component
public class Prices {

    private final PricingSettings settings;

    Prices(PricingSettings settings) {
        this.settings = settings;
    }

    /**
     * @param stl a binary or ASCII STL file
     * @return roubles, two decimals
     * @throws io.ordertrace.telemetry.InvalidModel if it is no STL file
     * @throws ModelHasNoVolume if its triangles enclose nothing
     * @throws ModelTooLarge if no machine can hold it
     */
    public BigDecimal priceOf(byte[] stl) {
        SolidMeter meter = new SolidMeter();
        new StlTriangles(stl).forEach(meter::add);
        return priceOf(meter.measure());
    }

    private BigDecimal priceOf(Solid solid) {
        if (solid.longestSideMm() > settings.longestSideMm()) {
            throw new ModelTooLarge(solid.longestSideMm(), settings.longestSideMm());
        }
        BigDecimal metal = settings.perCm3().multiply(BigDecimal.valueOf(solid.volumeCm3()));
        BigDecimal machine = settings.perMm().multiply(BigDecimal.valueOf(solid.longestSideMm()));
        return settings.preparation().add(metal).add(machine).setScale(2, RoundingMode.HALF_UP);
    }
}
