package io.ordertrace.telemetry;

import com.google.errorprone.annotations.MustBeClosed;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/**
 * One attempt to publish a message, as the span {@code order.message}. It is told also if the broker cannot be reached
 * at all, when the agent has nothing to tell. End it once, with {@link #confirmed} or {@link #failed}, on any thread.
 */
public final class MessagePublication {

    private final Context context;
    private final Failures failures;

    MessagePublication(Context context, Failures failures) {
        this.context = context;
        this.failures = failures;
    }

    /** What is sent until the scope is closed belongs to this attempt. */
    @MustBeClosed
    public Scope makeCurrent() {
        return context.makeCurrent();
    }

    /** The broker has the message safely in a queue. */
    public void confirmed() {
        Span.fromContext(context).end();
    }

    /** The broker may or may not have it; it is sent again later. */
    public void failed(Throwable failure) {
        Span span = Span.fromContext(context);
        FailedSpan.mark(span, failure, failures.of(failure));
        span.end();
    }
}
