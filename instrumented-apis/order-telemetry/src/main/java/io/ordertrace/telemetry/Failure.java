package io.ordertrace.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt failed and through whom.
 *
 * @param dependency the system that failed, e.g. {@code shop-db}; absent if it was the service itself
 */
public record Failure(FailureClass kind, @Nullable String dependency) {}
