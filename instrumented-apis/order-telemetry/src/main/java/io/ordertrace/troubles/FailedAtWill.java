package io.ordertrace.troubles;

/** Stands for any error inside a service that nobody thought of. */
final class FailedAtWill extends RuntimeException {

    FailedAtWill() {
        super("The change failed because it was told to");
    }
}
