package io.ordertrace.mes.pricing;

/**
 * The file is a readable STL, but its triangles do not enclose anything that could be cast. Sending the same file again
 * gives the same answer, so nobody should retry.
 */
public class ModelHasNoVolume extends RuntimeException {

    ModelHasNoVolume(String reason) {
        super("model has no volume: " + reason);
    }
}
