package io.ordertrace.portal.source.jaeger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a message goes, read from names that differ between versions of the semantic conventions: {@code orders},
 * {@code orders:order.submitted}, {@code orders:order.submitted:mes.orders}, or {@code mes.orders} for a consumer.
 */
record Destination(
        @Nullable String exchange,
        @Nullable String routingKey,
        @Nullable String queue) {

    static final Destination UNKNOWN = new Destination(null, null, null);

    static Destination of(Span span) {
        String name = span.first(Attributes.DESTINATION);
        String routingKey = span.first(Attributes.ROUTING_KEY);
        List<String> parts = name == null ? List.of() : List.of(name.split(":", -1));
        boolean consumer = span.kind() == Span.Kind.CONSUMER;
        return switch (parts.size()) {
            case 0 -> new Destination(null, routingKey, null);
            case 1 -> consumer ? single(parts.getFirst(), routingKey) : new Destination(name, routingKey, null);
            case 2 ->
                consumer && parts.get(1).equals(routingKey) || !consumer
                        ? new Destination(parts.get(0), parts.get(1), null)
                        : new Destination(parts.get(0), routingKey, parts.get(1));
            default -> new Destination(parts.get(0), parts.get(1), parts.get(2));
        };
    }

    // Some versions name a consumer's destination by the routing key instead of the queue.
    private static Destination single(String name, @Nullable String routingKey) {
        return new Destination(null, routingKey, name.equals(routingKey) ? null : name);
    }

    /** This, and where it is silent, the other. */
    Destination completedBy(Destination other) {
        return new Destination(
                exchange != null ? exchange : other.exchange,
                routingKey != null ? routingKey : other.routingKey,
                queue != null ? queue : other.queue);
    }
}
