package io.ordertrace.stack.demo.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * A step at its time.
 *
 * @param actor  id of the customer, API user, seller or operator
 * @param mishap what goes wrong with it
 */
public record PlannedStep(Instant at, Step step, String actor, Optional<Mishap> mishap) {

    public PlannedStep {
        mishap.filter(befallen -> befallen.step() != step).ifPresent(other -> {
            throw new IllegalArgumentException(other + " does not befall " + step);
        });
    }

    /** Whether the order is afterwards where the step leads. */
    public boolean happens() {
        return mishap.filter(befallen -> befallen.outcome() == Mishap.Outcome.FAILS)
                .isEmpty();
    }
}
