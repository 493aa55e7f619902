package io.ordertrace.telemetry;

import com.google.errorprone.annotations.MustBeClosed;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.time.Instant;

/**
 * One change of an order's status, or the attempt at one, as the span {@code order.status_change}.
 *
 * <pre>{@code
 * Instant changedAt = telemetry.statusChange("ORD-0000042", MANUFACTURING_APPROVED)
 *         .from(PRICE_CALCULATED)
 *         .seller("sel-3")
 *         .run(() -> orders.approve(order));
 * }</pre>
 *
 * <p>Use it once and on one thread.
 */
public final class StatusChange {

    private static final ContextKey<Boolean> RUNNING = ContextKey.named("order.status_change is running");

    private final String orderId;
    private final Failures failures;
    private final SpanBuilder span;

    StatusChange(Tracer tracer, Failures failures, String orderId, OrderStatus status) {
        this.orderId = orderId;
        this.failures = failures;
        span = tracer.spanBuilder(OrderSpans.STATUS_CHANGE)
                .setAttribute(OrderAttributes.ORDER_ID, orderId)
                .setAttribute(OrderAttributes.ORDER_STATUS, status.name());
    }

    /** The status before; left out for a new order. */
    public StatusChange from(OrderStatus previous) {
        return with(OrderAttributes.PREVIOUS_STATUS, previous.name());
    }

    /** The customer who acts. */
    public StatusChange user(String id) {
        return with(OrderAttributes.USER_ID, id);
    }

    /** The seller who acts. */
    public StatusChange seller(String id) {
        return with(OrderAttributes.SELLER_ID, id);
    }

    /** The operator of the manufacture who acts. */
    public StatusChange operator(String id) {
        return with(OrderAttributes.OPERATOR_ID, id);
    }

    /** The B2B customer whose program acts. */
    public StatusChange apiUser(String id) {
        return with(OrderAttributes.API_USER_ID, id);
    }

    /**
     * Runs the change inside the span. The work commits before it returns, else a rollback would be told as a change.
     *
     * @return what the work returned: the database's time of the change
     * @throws X what the work threw, after the span was marked as failed
     */
    public <X extends Exception> Instant run(Work<X> work) throws X {
        Span current = span.startSpan();
        try (Scope ignored = scopeOf(current)) {
            Instant changedAt = work.change();
            current.setAttribute(OrderAttributes.CHANGED_AT, changedAt.toString());
            return changedAt;
        } catch (Throwable failure) {
            FailedSpan.mark(current, failure, failures.of(failure));
            throw failure;
        } finally {
            current.end();
        }
    }

    /** Records an attempt that somebody else made and that cannot be followed here; nothing is run. */
    public void refused(RuntimeException reason) {
        try {
            run(() -> {
                throw reason;
            });
        } catch (RuntimeException told) {
            if (told != reason) {
                throw told;
            }
        }
    }

    /** Whether the caller is part of a change's work. */
    public static boolean isRunning() {
        return Boolean.TRUE.equals(Context.current().get(RUNNING));
    }

    @MustBeClosed
    private Scope scopeOf(Span current) {
        return Context.current()
                .with(current)
                .with(OrderTelemetry.withOrder(orderId))
                .with(RUNNING, true)
                .makeCurrent();
    }

    private StatusChange with(AttributeKey<String> key, String value) {
        span.setAttribute(key, value);
        return this;
    }

    /** The change itself. */
    @FunctionalInterface
    public interface Work<X extends Exception> {

        /** Makes and commits the change, and returns the time of it as the database gave it. */
        Instant change() throws X;
    }
}
