package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins what was received in one trace with what was sent in another, by message id: a copy of a message that is
 * delivered outside the sender's trace is still that message, and delivering it twice makes no second one.
 */
final class Redeliveries {

    private record Way(String messageId, @Nullable String consumer) {}

    private final Map<Way, Integer> places = new HashMap<>();
    private final Map<String, MessageHop> sent = new HashMap<>();
    private final List<OrderEvent> events = new ArrayList<>();

    private Redeliveries() {}

    static List<OrderEvent> joined(List<OrderEvent> events) {
        Redeliveries joined = new Redeliveries();
        for (OrderEvent event : events) {
            if (event instanceof MessageHop hop
                    && hop.publisher() != null
                    && hop.message().id() != null) {
                joined.sent.putIfAbsent(hop.message().id(), hop);
            }
        }
        events.forEach(joined::add);
        return List.copyOf(joined.events);
    }

    private void add(OrderEvent event) {
        String id = event instanceof MessageHop hop ? hop.message().id() : null;
        if (!(event instanceof MessageHop hop) || id == null) {
            events.add(event);
            return;
        }
        MessageHop origin = sent.get(id);
        MessageHop told = hop.publisher() == null && origin != null ? hop.sentLike(origin) : hop;
        Way way = new Way(id, told.consumer());
        // The first one to receive it takes the place of the message of which only the sender was known.
        Integer place = places.containsKey(way) ? places.get(way) : places.remove(new Way(id, null));
        if (place == null) {
            place = events.size();
            events.add(told);
        } else if (tellsMore(told, (MessageHop) events.get(place))) {
            events.set(place, told);
        }
        places.put(way, place);
    }

    // The first good delivery counts, and after that a message that was put aside.
    private static boolean tellsMore(MessageHop hop, MessageHop known) {
        return known.processedAt() == null
                && (known.consumer() == null || hop.processedAt() != null || hop.deadLetter());
    }
}
