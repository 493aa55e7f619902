package io.ordertrace.browser;

import java.time.Duration;
import org.slf4j.Logger;

/** Counts what was lost and says so once a minute at most: whoever sends nonsense must not be able to fill the log. */
final class Losses {

    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Logger log;
    private long total;
    private long told;
    private long nextNanos = System.nanoTime();

    Losses(Logger log) {
        this.log = log;
    }

    synchronized void add(String reason) {
        total++;
        if (System.nanoTime() - nextNanos >= 0) {
            log.warn("{} batches of spans from browsers were dropped, the last one because {}", total - told, reason);
            told = total;
            nextNanos = System.nanoTime() + PAUSE_NANOS;
        }
    }

    synchronized long total() {
        return total;
    }
}
