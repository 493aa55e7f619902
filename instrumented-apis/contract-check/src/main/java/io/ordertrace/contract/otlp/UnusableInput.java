package io.ordertrace.contract.otlp;

/** What was to be checked is not there, cannot be read or is no OTLP. */
public final class UnusableInput extends RuntimeException {

    public UnusableInput(String message) {
        super(message);
    }

    UnusableInput(String message, Exception cause) {
        super(message, cause);
    }
}
