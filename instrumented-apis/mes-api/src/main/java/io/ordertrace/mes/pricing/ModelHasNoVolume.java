package io.ordertrace.mes.pricing;

/** The file is a readable STL, but its triangles do not enclose anything that could be cast. */
final class ModelHasNoVolume extends ModelNotPriceable {

    ModelHasNoVolume(String reason) {
        super("model has no volume: " + reason);
    }
}
