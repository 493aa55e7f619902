package io.ordertrace.telemetry;

import org.jspecify.annotations.Nullable;

/** Knows the exceptions of one client library. */
@FunctionalInterface
public interface FailureRule {

    /** What this one exception tells, whatever its cause; null if nothing. */
    @Nullable
    Clue read(Throwable link);

    /**
     * What one exception of a chain of causes tells.
     *
     * @param kind null if another exception of the chain has to say how it failed
     * @param dependency null if another exception of the chain has to say who failed
     */
    record Clue(@Nullable FailureClass kind, @Nullable String dependency) {}
}
