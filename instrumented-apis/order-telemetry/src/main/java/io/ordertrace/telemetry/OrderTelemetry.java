package io.ordertrace.telemetry;

import com.google.errorprone.annotations.MustBeClosed;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;

/** What a service says about an order. Safe for concurrent use; one instance per service is enough. */
public final class OrderTelemetry {

    private final Tracer tracer;

    public OrderTelemetry(OpenTelemetry openTelemetry) {
        tracer = openTelemetry.getTracer("io.ordertrace.order-telemetry");
    }

    /**
     * Says that the work until the scope is closed is about this order: the current span gets the order id, and so
     * does, through baggage, everything beneath it in this and other services. Close the scope on the same thread.
     */
    @MustBeClosed
    public Scope order(String orderId) {
        Span.current().setAttribute(OrderAttributes.ORDER_ID, orderId);
        return withOrder(orderId).makeCurrent();
    }

    /**
     * Says which message is published until the scope is closed. The agent writes the id onto the span of the consumer
     * only; through baggage it reaches the span of the publisher, too, and a message that nobody ever consumes has a
     * name. The next {@link #order} forgets it, so that the consumer's own work does not carry it.
     */
    @MustBeClosed
    public Scope message(String messageId) {
        return Baggage.current().toBuilder()
                .put(OrderAttributes.MESSAGE_ID.getKey(), messageId)
                .build()
                .makeCurrent();
    }

    /** Begins the description of one change of status; nothing is recorded until {@link StatusChange#run}. */
    public StatusChange statusChange(String orderId, OrderStatus status) {
        return new StatusChange(tracer, orderId, status);
    }

    /** Puts the facts about a stored 3D model onto the current span. */
    public void model(StoredModel model) {
        Span.current()
                .setAttribute(OrderAttributes.MODEL_KEY, model.key())
                .setAttribute(OrderAttributes.MODEL_FORMAT, model.format())
                .setAttribute(OrderAttributes.MODEL_SIZE_BYTES, model.sizeBytes())
                .setAttribute(OrderAttributes.MODEL_TRIANGLES, model.triangles())
                .setAttribute(OrderAttributes.MODEL_SHA256, model.sha256());
    }

    static Baggage withOrder(String orderId) {
        return Baggage.current().toBuilder()
                .put(OrderAttributes.ORDER_ID.getKey(), orderId)
                .remove(OrderAttributes.MESSAGE_ID.getKey())
                .build();
    }
}
