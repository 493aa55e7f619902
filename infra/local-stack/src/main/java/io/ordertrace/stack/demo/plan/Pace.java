package io.ordertrace.stack.demo.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long people take for a step: log-normal about a median, in working time.
 *
 * @param limit  the longest usual stay in the status before, as the portal's {@code order-process.yml} declares it
 * @param median as a part of the limit
 * @param spread of the logarithm: 0.5 little, 1 much
 */
record Pace(Duration limit, double median, double spread, Shift shift) {

    /** So many steps are forgotten for a while, which makes the order late. */
    private static final double FORGOTTEN = 0.025;

    Instant next(Instant before, RandomGenerator random) {
        double factor = Math.exp(spread * random.nextGaussian());
        boolean forgotten = random.nextDouble() < FORGOTTEN;
        double late = 1.2 + random.nextDouble();
        return forgotten
                ? shift.after(before.plus(times(limit, late)), Duration.ofMinutes(1))
                : shift.after(before, times(limit, median * factor));
    }

    static Duration times(Duration duration, double factor) {
        return Duration.ofNanos((long) (duration.toNanos() * factor));
    }
}
