package io.ordertrace.mes.b2b;

/** The request's body is longer than a model may be. */
public class ModelTooBig extends RuntimeException {

    ModelTooBig(int limitBytes) {
        super("a model may have at most " + limitBytes + " bytes");
    }
}
