package io.ordertrace.mes.order;

import io.ordertrace.telemetry.StatusChange;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A step of an order inside the span that tells of it. */
public final class RecordedStep {

    private RecordedStep() {}

    /** Runs the step, which commits before it returns, and returns the order as it was stored. */
    public static ManufacturingOrder run(StatusChange span, Supplier<ManufacturingOrder> step) {
        AtomicReference<ManufacturingOrder> stored = new AtomicReference<>();
        span.run(() -> {
            stored.set(step.get());
            return stored.get().changedAt();
        });
        return stored.get();
    }
}
