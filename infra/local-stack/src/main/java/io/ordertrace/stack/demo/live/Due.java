package io.ordertrace.stack.demo.live;

import io.ordertrace.stack.demo.plan.PlannedOrder;
import io.ordertrace.stack.demo.plan.PlannedStep;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An order's next step.
 *
 * @param at    by the plan's clock
 * @param place of the step in the order
 * @param tries made before in vain
 */
record Due(Instant at, PlannedOrder order, int place, int tries) {

    private static final int MOST_TRIES = 3;
    private static final Duration PAUSE = Duration.ofMinutes(20);

    PlannedStep step() {
        return order.steps().get(place);
    }

    boolean first() {
        return place == 0;
    }

    /** What comes after this step, if it has happened or was meant to fail. */
    Optional<Due> next() {
        return at(place + 1);
    }

    /** What comes after this step, if it was meant to fail and has not: there is no need to try again. */
    Optional<Due> nextWithoutRepetition() {
        return at(place + 2);
    }

    /** The same once more, a little later; empty if it has been tried often enough. */
    Optional<Due> again() {
        return tries + 1 < MOST_TRIES
                ? Optional.of(new Due(at.plus(PAUSE), order, place, tries + 1))
                : Optional.empty();
    }

    private Optional<Due> at(int next) {
        if (next >= order.steps().size()) {
            return Optional.empty();
        }
        Instant planned = order.steps().get(next).at();
        return Optional.of(new Due(planned.isAfter(at) ? planned : at, order, next, 0));
    }
}
