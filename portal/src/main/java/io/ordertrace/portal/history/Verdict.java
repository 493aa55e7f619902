package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderProcess.Step;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer in one word, and what it rests on.
 *
 * @param current the last committed change; null when there is none yet
 * @param cause the message that is lost or the attempt that failed; null for other kinds
 * @param since since when this is so
 * @param next the usual next step; null at the end of the process
 * @param certain false where events may be missing that would change the answer
 */
record Verdict(
        Kind kind,
        @Nullable StatusChange current,
        @Nullable OrderEvent cause,
        Instant since,
        @Nullable Step next,
        boolean certain) {

    enum Kind {
        IN_PROGRESS,
        DONE,
        CANCELLED,
        REJECTED,
        LATE,
        LOST,
        FAILED;

        boolean ended() {
            return this == DONE || this == CANCELLED || this == REJECTED;
        }
    }

    /** The service to look at: where it failed, where a message stays or should have arrived, or where the order was changed last. */
    @Nullable
    String service() {
        return switch (cause) {
            case OrderEvent.MessageHop hop -> hop.notSent() ? hop.publisher() : hop.consumer();
            case OrderEvent event -> event.evidence().service();
            case null -> current == null ? null : current.evidence().service();
        };
    }
}
