package io.ordertrace.portal.source;

import io.ordertrace.portal.order.Origin;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A source could not be asked. */
public class SourceUnavailable extends RuntimeException {

    /** How it failed to answer. */
    public enum Reason {
        /** No answer within the deadline. */
        DEADLINE,
        /** No connection, or the answer broke off. */
        UNREACHABLE,
        /** The source does not accept our credential. */
        REFUSED,
        /** The source does not know the call: another version or another server. */
        UNSUPPORTED
    }

    private final Origin source;
    private final String operation;
    private final Reason reason;
    private final Duration deadline;

    public SourceUnavailable(
            Origin source, String operation, Reason reason, Duration deadline, @Nullable Throwable cause) {
        super(source + " " + operation + ": " + reason + " (deadline " + deadline.toMillis() + " ms)", cause);
        this.source = source;
        this.operation = operation;
        this.reason = reason;
        this.deadline = deadline;
    }

    public Origin source() {
        return source;
    }

    public String operation() {
        return operation;
    }

    public Reason reason() {
        return reason;
    }

    /** The time the source was given. */
    public Duration deadline() {
        return deadline;
    }
}
