package io.ordertrace.inbox;

import io.ordertrace.telemetry.PermanentFailure;

/** The message itself is at fault. It says why in a word: the parser's own text repeats parts of the body. */
public final class UnusableMessage extends RuntimeException implements PermanentFailure {

    public UnusableMessage(String reason) {
        super(reason);
    }
}
