package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.OrderProcess.Consumer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares messages with the declared process: a consumer from which nothing came gets a hop that did not arrive. */
final class ExpectedConsumers {

    private final OrderProcess process;
    private final Map<String, Set<@Nullable String>> received = new HashMap<>();
    private final Map<String, OrderEvent> lastOfMessage = new HashMap<>();

    private ExpectedConsumers(OrderProcess process) {
        this.process = process;
    }

    static List<OrderEvent> added(List<OrderEvent> events, OrderProcess process) {
        ExpectedConsumers expected = new ExpectedConsumers(process);
        for (OrderEvent event : events) {
            if (event instanceof MessageHop hop) {
                expected.received
                        .computeIfAbsent(key(hop), key -> new HashSet<>())
                        .add(hop.consumer());
                expected.lastOfMessage.put(key(hop), hop);
            }
        }
        List<OrderEvent> all = new ArrayList<>();
        events.forEach(event -> expected.add(event, all));
        return List.copyOf(all);
    }

    private void add(OrderEvent event, List<OrderEvent> all) {
        if (!(event instanceof MessageHop hop) || hop.publisher() == null) {
            all.add(event);
            return;
        }
        List<Consumer> expected = consumers(hop);
        boolean known = hop.consumer() != null && !isOwnCopy(hop, expected);
        if (known || expected.isEmpty()) {
            all.add(withQueue(hop, expected));
        }
        if (hop == lastOfMessage.get(key(hop))) {
            Set<@Nullable String> receivers = received.getOrDefault(key(hop), Set.of());
            expected.stream()
                    .filter(consumer -> !receivers.contains(consumer.service()))
                    .forEach(consumer -> all.add(hop.towards(consumer.service(), consumer.queue())));
        }
    }

    // A topic brings a service's messages to itself too, where its own queue is bound; that is no news to anybody.
    private static boolean isOwnCopy(MessageHop hop, List<Consumer> expected) {
        return Objects.equals(hop.publisher(), hop.consumer())
                && expected.stream().noneMatch(consumer -> consumer.service().equals(hop.consumer()));
    }

    private List<Consumer> consumers(MessageHop hop) {
        return process.rule(hop.message().routingKey()).stream()
                .flatMap(rule -> rule.consumers().stream())
                .filter(consumer -> consumer.expects(hop.publisher()))
                .toList();
    }

    private static MessageHop withQueue(MessageHop hop, List<Consumer> expected) {
        return expected.stream()
                .filter(consumer ->
                        hop.message().queue() == null && consumer.service().equals(hop.consumer()))
                .findFirst()
                .map(consumer -> hop.through(consumer.queue()))
                .orElse(hop);
    }

    // A message without an id is the span that sent it.
    private static String key(MessageHop hop) {
        String id = hop.message().id();
        return id != null ? id : hop.evidence().traceId() + "/" + hop.evidence().spanId();
    }
}
