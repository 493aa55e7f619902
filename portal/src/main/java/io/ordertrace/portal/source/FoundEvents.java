package io.ordertrace.portal.source;

import io.ordertrace.portal.order.OrderEvent;
import java.util.List;

/** What a source knows of an order, and what it may have missed. */
public record FoundEvents(List<OrderEvent> events, List<Gap> gaps) {

    public FoundEvents {
        events = List.copyOf(events);
        gaps = List.copyOf(gaps);
    }
}
