package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.Evidence;
import io.ordertrace.portal.order.OrderEvent.Message;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.jaeger.OrderTraceReader.Placed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads messages: one hop for each pair of a published message and a service that received it. */
final class MessageHops {

    private static final Comparator<Span> BY_END = Comparator.comparing(Span::end);

    private final OrderProcess process;

    MessageHops(OrderProcess process) {
        this.process = process;
    }

    List<Placed> in(OrderTrace trace) {
        List<Span> published = trace.ours(span -> span.kind() == Span.Kind.PRODUCER);
        List<Span> received = trace.ours(MessageHops::processing);
        List<Placed> hops = new ArrayList<>();
        for (Span publish : published) {
            List<Span> own = received.stream()
                    .filter(consume -> publish.equals(publisherOf(trace, consume, published)))
                    .toList();
            hops.addAll(hopsOf(trace, publish, own));
        }
        List<Span> withoutPublisher = received.stream()
                .filter(consume -> publisherOf(trace, consume, published) == null)
                .toList();
        hops.addAll(hopsWithoutPublisher(trace, withoutPublisher));
        return hops;
    }

    private static boolean processing(Span span) {
        String operation = span.first(Attributes.MESSAGING_OPERATION);
        return span.kind() == Span.Kind.CONSUMER && !"receive".equals(operation);
    }

    private static @Nullable Span publisherOf(OrderTrace trace, Span consume, List<Span> published) {
        String id = consume.first(Attributes.MESSAGE_ID);
        return trace.ancestors(consume).stream()
                .filter(published::contains)
                .findFirst()
                .or(() -> published.stream()
                        .filter(publish -> id != null && id.equals(publish.first(Attributes.MESSAGE_ID)))
                        .findFirst())
                .orElse(null);
    }

    private List<Placed> hopsOf(OrderTrace trace, Span publish, List<Span> received) {
        Instant when = trace.causal(publish, afterItsChange(trace, publish));
        if (received.isEmpty()) {
            return List.of(new Placed(when, hop(publish, null)));
        }
        return perService(received).values().stream()
                .map(spans -> new Placed(when, hop(publish, outcome(spans))))
                .toList();
    }

    // A message belongs after the change that it announces, also when it was sent from within that change.
    private static Instant afterItsChange(OrderTrace trace, Span publish) {
        return trace.ancestors(publish).stream()
                .filter(StatusChanges::isStatusChange)
                .map(Span::end)
                .filter(changed -> changed.isAfter(publish.start()))
                .findFirst()
                .orElse(publish.start());
    }

    private List<Placed> hopsWithoutPublisher(OrderTrace trace, List<Span> received) {
        return perService(received).values().stream()
                .map(MessageHops::outcome)
                .filter(span -> !span.error())
                .map(span -> new Placed(trace.causal(span, span.start()), arrival(span)))
                .toList();
    }

    private static Map<String, List<Span>> perService(List<Span> received) {
        Map<String, List<Span>> groups = new LinkedHashMap<>();
        received.forEach(span -> groups.computeIfAbsent(span.service(), service -> new ArrayList<>())
                .add(span));
        return groups;
    }

    /**
     * What became of a message in one service. The agent may report one delivery twice: by the client library, without a
     * message id and always well, and by the listener, with it. The listener knows better. Among deliveries, the first
     * good one counts.
     */
    private static Span outcome(List<Span> deliveries) {
        List<Span> listener = deliveries.stream()
                .filter(span -> span.first(Attributes.MESSAGE_ID) != null)
                .toList();
        List<Span> telling = listener.isEmpty() ? deliveries : listener;
        return telling.stream()
                .filter(span -> !span.error())
                .min(BY_END)
                .orElseGet(() -> telling.stream().max(BY_END).orElseThrow());
    }

    private MessageHop hop(Span publish, @Nullable Span consume) {
        Destination sent = destination(publish);
        Destination arrived = consume == null ? sent : destination(consume);
        String id = publish.first(Attributes.MESSAGE_ID);
        return new MessageHop(
                new Evidence(publish.service(), publish.traceId(), publish.id(), Set.of(Origin.JAEGER)),
                new Message(
                        sent.exchange(),
                        sent.routingKey() != null ? sent.routingKey() : arrived.routingKey(),
                        consume == null ? null : arrived.queue(),
                        id != null || consume == null ? id : consume.first(Attributes.MESSAGE_ID)),
                publish.service(),
                publish.start(),
                consume == null ? null : consume.service(),
                consume == null ? null : consume.start(),
                consume == null || consume.error() ? null : consume.end());
    }

    private MessageHop arrival(Span consume) {
        Destination arrived = destination(consume);
        return new MessageHop(
                new Evidence(consume.service(), consume.traceId(), consume.id(), Set.of(Origin.JAEGER)),
                new Message(
                        arrived.exchange(),
                        arrived.routingKey(),
                        arrived.queue(),
                        consume.first(Attributes.MESSAGE_ID)),
                null,
                null,
                consume.service(),
                consume.start(),
                consume.end());
    }

    // The agent calls a listener's destination by the routing key; only the process can tell that from a queue.
    private Destination destination(Span span) {
        Destination named = Destination.of(span);
        return named.routingKey() == null && process.rule(named.queue()).isPresent()
                ? new Destination(named.exchange(), named.queue(), null)
                : named;
    }
}
