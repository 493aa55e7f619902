package io.ordertrace.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.lang.ref.WeakReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a failure stands on a span. */
final class FailedSpan {

    /** Causes may run in a circle. */
    private static final int LONGEST_CHAIN = 64;

    /** What this thread has told last; weakly, as threads of a pool outlive what they failed at. */
    private static final ThreadLocal<@Nullable WeakReference<Throwable>> TOLD = new ThreadLocal<>();

    private FailedSpan() {}

    /** Without a status description: it would repeat the message, and there is only one place to redact it. */
    static void mark(Span span, Throwable thrown, Failure failure) {
        span.setStatus(StatusCode.ERROR);
        span.setAttribute(OrderAttributes.ERROR_TYPE, thrown.getClass().getName());
        span.recordException(thrown);
        classify(span, failure);
        TOLD.set(new WeakReference<>(thrown));
    }

    static void classify(Span span, Failure failure) {
        span.setAttribute(OrderAttributes.FAILURE_CLASS, failure.kind().attribute());
        if (failure.dependency() != null) {
            span.setAttribute(OrderAttributes.FAILURE_DEPENDENCY, failure.dependency());
        }
    }

    /** Whether this thread has marked a span with the exception or a cause of it already. */
    static boolean hasTold(Throwable thrown) {
        WeakReference<Throwable> told = TOLD.get();
        Throwable last = told == null ? null : told.get();
        return last != null
                && Stream.iterate(thrown, link -> link != null, Throwable::getCause)
                        .limit(LONGEST_CHAIN)
                        .anyMatch(link -> link == last);
    }
}
