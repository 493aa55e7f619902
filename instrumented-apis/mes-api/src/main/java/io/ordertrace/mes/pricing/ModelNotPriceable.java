package io.ordertrace.mes.pricing;

/** The same file will never get a price, so trying again is of no use. */
public abstract sealed class ModelNotPriceable extends RuntimeException
        permits ModelHasNoVolume, ModelTooLarge, ModelChanged {

    ModelNotPriceable(String message) {
        super(message);
    }
}
