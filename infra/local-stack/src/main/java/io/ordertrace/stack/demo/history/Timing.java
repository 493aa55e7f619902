package io.ordertrace.stack.demo.history;

import io.ordertrace.stack.demo.plan.PlannedStep;
import io.ordertrace.stack.demo.recording.Recording;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/**
 * When each span of a step was, whose recording tells only how long after the begin.
 *
 * @param pace 2 makes everything last twice as long as in the recording
 */
record Timing(PlannedStep step, Recording recording, Instant begin, double pace) {

    /** Of the logarithm: some steps take half as long as the recorded one, some twice. */
    private static final double SPREAD = 0.35;

    static Timing of(PlannedStep step, Recording recording, int order) {
        // Waiting times in a mishap are limits that somebody has set: they do not scatter.
        double pace = step.mishap().isPresent() ? 1 : Math.exp(SPREAD * noise(step, order));
        return new Timing(step, recording, step.at().truncatedTo(ChronoUnit.MICROS), pace);
    }

    private static double noise(PlannedStep step, int order) {
        return new SplittableRandom(order * 31L + step.at().toEpochMilli())
                .split()
                .nextGaussian();
    }

    /** The time that many microseconds after the begin of the recorded step. */
    Instant at(long micros) {
        return begin.plus((long) (micros * pace), ChronoUnit.MICROS);
    }

    /** When the last span ends. */
    Instant end() {
        return at(recording.length());
    }
}
