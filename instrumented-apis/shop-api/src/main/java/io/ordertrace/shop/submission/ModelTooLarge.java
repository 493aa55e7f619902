package io.ordertrace.shop.submission;

/** The file is larger than the shop takes. */
final class ModelTooLarge extends RuntimeException {

    static final int LIMIT_BYTES = 20 * 1024 * 1024;

    ModelTooLarge() {
        super("A model may have at most " + LIMIT_BYTES + " bytes");
    }
}
