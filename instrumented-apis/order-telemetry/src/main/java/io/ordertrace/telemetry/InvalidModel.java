package io.ordertrace.telemetry;

/** The bytes are no model that can be made. The message is fit for the sender and repeats nothing of the file. */
public final class InvalidModel extends RuntimeException implements PermanentFailure {

    InvalidModel(String message) {
        super(message);
    }
}
