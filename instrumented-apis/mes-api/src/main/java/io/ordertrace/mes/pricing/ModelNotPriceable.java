package io.ordertrace.mes.pricing;

import io.ordertrace.telemetry.PermanentFailure;

/** The same file will never get a price, so trying again is of no use. */
public abstract sealed class ModelNotPriceable extends RuntimeException implements PermanentFailure
        permits ModelHasNoVolume, ModelTooLarge, ModelChanged {

    ModelNotPriceable(String message) {
        super(message);
    }
}
