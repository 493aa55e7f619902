package io.ordertrace.telemetry;

import com.google.errorprone.annotations.MustBeClosed;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a service says about an order. Safe for concurrent use; one instance per service is enough. */
public final class OrderTelemetry {

    private static final String RABBITMQ = "rabbitmq";

    private final Tracer tracer;
    private final Failures failures;

    /** A failure is then told without the name of the dependency. */
    public OrderTelemetry(OpenTelemetry openTelemetry) {
        this(openTelemetry, new Failures(List.of()));
    }

    /** @param failures knows the dependencies of the service and the exceptions of their clients */
    public OrderTelemetry(OpenTelemetry openTelemetry, Failures failures) {
        tracer = openTelemetry.getTracer("io.ordertrace.order-telemetry");
        this.failures = failures;
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
     * Forgets which order and which message the caller says this is about: anybody can write baggage into a request.
     * What the agent has already copied onto the current span is blanked until {@link #order} says better.
     */
    @MustBeClosed
    public Scope distrustBaggage() {
        blank(OrderAttributes.ORDER_ID);
        blank(OrderAttributes.MESSAGE_ID);
        return Baggage.current().toBuilder()
                .remove(OrderAttributes.ORDER_ID.getKey())
                .remove(OrderAttributes.MESSAGE_ID.getKey())
                .build()
                .makeCurrent();
    }

    /**
     * Does what is needed before it is known which order this is about, such as taking a number for a new one, in a
     * trace of its own: every span of an order's trace carries the order's id.
     */
    public <T> T beforeTheOrderIsKnown(Supplier<T> work) {
        try (Scope ignored = Context.root().makeCurrent()) {
            return work.get();
        }
    }

    /** Begins the description of one change of status; nothing is recorded until {@link StatusChange#run}. */
    public StatusChange statusChange(String orderId, OrderStatus status) {
        return new StatusChange(tracer, failures, orderId, status);
    }

    /**
     * Begins one attempt to publish a message, as a part of the change that it announces.
     *
     * @param origin the context in which the change was made
     */
    public MessagePublication publication(
            TraceContext origin, String orderId, String messageId, String exchange, String routingKey) {
        Context change = origin.restore();
        Context about = change.with(Baggage.fromContext(change).toBuilder()
                .put(OrderAttributes.ORDER_ID.getKey(), orderId)
                .put(OrderAttributes.MESSAGE_ID.getKey(), messageId)
                .build());
        Span span = message(OrderSpans.MESSAGE, about, exchange, messageId)
                .setAttribute(OrderAttributes.ROUTING_KEY, routingKey)
                .startSpan();
        return new MessagePublication(about.with(span), failures);
    }

    /**
     * Says that a message is given up and goes to a dead-letter queue. It becomes a part of the current trace.
     *
     * @param messageId null if the message has none
     * @param failure whose fault it is
     */
    public void deadLetter(String deadLetterQueue, @Nullable String messageId, Failure failure, Throwable thrown) {
        Span span = message(OrderSpans.DEAD_LETTER, Context.current(), deadLetterQueue, messageId)
                .startSpan();
        FailedSpan.mark(span, thrown, failure);
        span.end();
    }

    /**
     * Says of the current span how it failed, unless a span beneath it has said so of the same exception. Whether the
     * span failed at all is left to the one who ends it.
     */
    public void failed(Throwable thrown) {
        if (!FailedSpan.hasTold(thrown)) {
            FailedSpan.classify(Span.current(), failures.of(thrown));
        }
    }

    /** How an attempt that ended with this exception failed, and through whom. */
    public Failure failure(Throwable thrown) {
        return failures.of(thrown);
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

    /** The id of a message ends where its consumer says which order it is about: the consumer's work is not the message. */
    static Baggage withOrder(String orderId) {
        return Baggage.current().toBuilder()
                .put(OrderAttributes.ORDER_ID.getKey(), orderId)
                .remove(OrderAttributes.MESSAGE_ID.getKey())
                .build();
    }

    private SpanBuilder message(String name, Context parent, String destination, @Nullable String messageId) {
        SpanBuilder span = tracer.spanBuilder(name)
                .setParent(parent)
                .setAttribute(OrderAttributes.MESSAGING_SYSTEM, RABBITMQ)
                .setAttribute(OrderAttributes.MESSAGE_DESTINATION, destination);
        String orderId = Baggage.fromContext(parent).getEntryValue(OrderAttributes.ORDER_ID.getKey());
        if (orderId != null) {
            span.setAttribute(OrderAttributes.ORDER_ID, orderId);
        }
        if (messageId != null) {
            span.setAttribute(OrderAttributes.MESSAGE_ID, messageId);
        }
        return span;
    }

    private static void blank(AttributeKey<String> key) {
        if (Baggage.current().getEntryValue(key.getKey()) != null) {
            Span.current().setAttribute(key, "");
        }
    }
}
