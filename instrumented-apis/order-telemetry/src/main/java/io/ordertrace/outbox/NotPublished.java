package io.ordertrace.outbox;

import io.ordertrace.telemetry.FailureClass;

/** The broker did not say that it has a message safely in a queue. It may have it nevertheless. */
final class NotPublished extends RuntimeException {

    private final FailureClass kind;

    NotPublished(FailureClass kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    FailureClass kind() {
        return kind;
    }
}
