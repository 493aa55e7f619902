package io.ordertrace.mes.pricing;

/** The file in the store is not the one that was submitted. */
final class ModelChanged extends ModelNotPriceable {

    ModelChanged(String key) {
        super("the model " + key + " is not the file that was submitted");
    }
}
