package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.Message;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.OrderProcess.Consumer;
import java.util.ArrayList;
import java.util.List;

/** Compares messages with the declared process: a consumer from which nothing came gets a hop that did not arrive. */
final class ExpectedConsumers {

    private ExpectedConsumers() {}

    static List<OrderEvent> added(List<OrderEvent> events, OrderProcess process) {
        List<OrderEvent> all = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            OrderEvent event = events.get(i);
            if (!(event instanceof MessageHop hop) || hop.publisher() == null) {
                all.add(event);
                continue;
            }
            List<Consumer> expected = consumers(hop, process);
            if (hop.consumer() != null || expected.isEmpty()) {
                all.add(withQueue(hop, expected));
            }
            if (isLastOfItsMessage(hop, events.subList(i + 1, events.size()))) {
                expected.stream()
                        .filter(consumer -> !received(consumer, hop, events))
                        .forEach(consumer -> all.add(missing(hop, consumer)));
            }
        }
        return List.copyOf(all);
    }

    private static List<Consumer> consumers(MessageHop hop, OrderProcess process) {
        return process.rule(hop.message().routingKey()).stream()
                .flatMap(rule -> rule.consumers().stream())
                .toList();
    }

    private static boolean isLastOfItsMessage(MessageHop hop, List<OrderEvent> later) {
        return later.stream().noneMatch(event -> sameMessage(hop, event));
    }

    private static boolean received(Consumer consumer, MessageHop sent, List<OrderEvent> events) {
        return events.stream()
                .filter(event -> sameMessage(sent, event))
                .anyMatch(event ->
                        event instanceof MessageHop hop && consumer.service().equals(hop.consumer()));
    }

    private static boolean sameMessage(MessageHop hop, OrderEvent event) {
        if (!(event instanceof MessageHop other)) {
            return false;
        }
        boolean sameSpan = other.evidence().traceId().equals(hop.evidence().traceId())
                && other.evidence().spanId().equals(hop.evidence().spanId());
        String id = hop.message().id();
        return sameSpan || (id != null && id.equals(other.message().id()));
    }

    private static MessageHop withQueue(MessageHop hop, List<Consumer> expected) {
        return expected.stream()
                .filter(consumer ->
                        hop.message().queue() == null && consumer.service().equals(hop.consumer()))
                .findFirst()
                .map(consumer -> new MessageHop(
                        hop.evidence(),
                        queued(hop.message(), consumer),
                        hop.publisher(),
                        hop.publishedAt(),
                        hop.consumer(),
                        hop.receivedAt(),
                        hop.processedAt()))
                .orElse(hop);
    }

    private static MessageHop missing(MessageHop sent, Consumer consumer) {
        return new MessageHop(
                sent.evidence(),
                queued(sent.message(), consumer),
                sent.publisher(),
                sent.publishedAt(),
                consumer.service(),
                null,
                null);
    }

    private static Message queued(Message message, Consumer consumer) {
        return new Message(message.exchange(), message.routingKey(), consumer.queue(), message.id());
    }
}
