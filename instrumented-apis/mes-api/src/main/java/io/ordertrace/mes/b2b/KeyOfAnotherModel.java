package io.ordertrace.mes.b2b;

/** The API user has sent another model under the same Idempotency-Key. */
public class KeyOfAnotherModel extends RuntimeException {

    KeyOfAnotherModel() {
        super("the Idempotency-Key stands for an order of another model");
    }
}
