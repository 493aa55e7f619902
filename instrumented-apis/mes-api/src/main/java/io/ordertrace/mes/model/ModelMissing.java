package io.ordertrace.mes.model;

/** An order names a model file that is not in the bucket. */
public class ModelMissing extends RuntimeException {

    ModelMissing(String key, Throwable cause) {
        super("no model under the key " + key, cause);
    }
}
