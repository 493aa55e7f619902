package io.ordertrace.stack.demo.history;

import io.ordertrace.stack.demo.plan.PlannedOrder;
import io.ordertrace.stack.demo.plan.PlannedStep;
import io.ordertrace.stack.demo.recording.Recordings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All spans of planned orders. */
final class History {

    private final Recordings recordings = new Recordings();

    /** The steps whose spans end after {@code from} and not after {@code until}. */
    List<StepSpans> of(PlannedOrder order, Instant from, Instant until) {
        List<Timing> due = new ArrayList<>();
        for (PlannedStep step : order.steps()) {
            Timing timing = Timing.of(step, recordings.of(step.step(), order.b2b(), step.mishap()), order.number());
            if (timing.end().isAfter(from) && !timing.end().isAfter(until)) {
                due.add(timing);
            }
        }
        if (due.isEmpty()) {
            return List.of();
        }
        OrderFacts facts = OrderFacts.of(order);
        return due.stream().map(timing -> new StepSpans(timing, facts)).toList();
    }
}
