package io.ordertrace.mes.pricing;

/** The solid does not fit into the largest machine. */
final class ModelTooLarge extends ModelNotPriceable {

    ModelTooLarge(double longestSideMm, double limitMm) {
        super("model is too large: its longest side is %.1f mm, the limit is %.1f mm"
                .formatted(longestSideMm, limitMm));
    }
}
