package io.ordertrace.portal.source.jaeger;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as its sender tried to send it, once or more often.
 *
 * @param attempts the first one first; never empty
 * @param change that it tells of; null when none is known
 */
record Publication(List<Attempt> attempts, @Nullable Change change) {

    /**
     * A committed change of status.
     *
     * @param at by the database's clock
     * @param end of its span, which a service that was killed writes only after its next start
     */
    record Change(Instant at, Instant end) {}

    /**
     * One attempt.
     *
     * @param span around the attempt
     * @param producer the client library's part; null when it did not come so far
     */
    record Attempt(Span span, @Nullable Span producer) {

        boolean succeeded() {
            return !span.error() && (producer == null || !producer.error());
        }

        Span publishing() {
            return producer == null ? span : producer;
        }

        /** What makes attempts belong together: the message's id, or nothing but this attempt. */
        String messageOrSpan() {
            String id = first(Attributes.MESSAGE_ID);
            return id == null ? span.id().value() : id;
        }

        @Nullable
        String first(List<String> names) {
            String own = span.first(names);
            return own != null || producer == null ? own : producer.first(names);
        }
    }

    Publication {
        attempts = attempts.stream()
                .sorted(Comparator.comparing(attempt -> attempt.span().start()))
                .toList();
    }

    String service() {
        return attempts.getFirst().span().service();
    }

    @Nullable
    String messageId() {
        return attempts.getFirst().first(Attributes.MESSAGE_ID);
    }

    /** Tells this message from others of its sender. */
    String key() {
        return attempts.getFirst().messageOrSpan();
    }

    /** When the message was ready to go. */
    Instant dueAt() {
        return change == null || change.at().isAfter(firstTriedAt()) ? firstTriedAt() : change.at();
    }

    /** A time of this message in the order of events: it comes after its change, even when sent while that ended. */
    Instant afterChange(Instant time) {
        return change != null && change.end().isAfter(time) ? change.end() : time;
    }

    Instant firstTriedAt() {
        return attempts.getFirst().span().start();
    }

    Attempt lastAttempt() {
        return attempts.getLast();
    }
}
