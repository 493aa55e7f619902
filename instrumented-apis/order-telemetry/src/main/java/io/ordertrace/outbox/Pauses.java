package io.ordertrace.outbox;

import java.time.Duration;

/** When the first of the messages that have failed is due again. For one thread. */
final class Pauses {

    private static final long NOTHING = Long.MAX_VALUE;

    private long dueAt = NOTHING;

    void add(Duration pause) {
        dueAt = Math.min(dueAt, System.nanoTime() + pause.toNanos());
    }

    /** How long to sleep, at most as given. */
    Duration next(Duration longest) {
        if (dueAt == NOTHING) {
            return longest;
        }
        Duration left = Duration.ofNanos(dueAt - System.nanoTime());
        if (left.isPositive()) {
            return left.compareTo(longest) < 0 ? left : longest;
        }
        dueAt = NOTHING;
        return Duration.ZERO;
    }
}
