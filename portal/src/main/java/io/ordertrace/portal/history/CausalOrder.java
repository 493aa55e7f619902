package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.TraceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events in one line: inside a trace as the source gave them, which is causal; between traces by time.
 *
 * @param doubtfulClocks services whose time of an event lies noticeably before that of its cause
 */
record CausalOrder(List<OrderEvent> events, List<String> doubtfulClocks) {

    private static final Duration NOTICEABLE = Duration.ofSeconds(2);

    private record Placed(Instant time, OrderEvent event) {}

    static CausalOrder of(List<OrderEvent> events) {
        Map<TraceId, Instant> reached = new LinkedHashMap<>();
        Set<String> doubtful = new LinkedHashSet<>();
        List<Placed> placed = new ArrayList<>();
        for (OrderEvent event : events) {
            Instant cause = reached.getOrDefault(event.evidence().traceId(), Instant.MIN);
            if (event.at().isBefore(cause)) {
                if (Duration.between(event.at(), cause).compareTo(NOTICEABLE) > 0) {
                    doubtful.add(event.evidence().service());
                }
                placed.add(new Placed(cause, event));
            } else {
                reached.put(event.evidence().traceId(), event.at());
                placed.add(new Placed(event.at(), event));
            }
        }
        // The sort is stable, so events of one trace that share a time keep their order.
        placed.sort(Comparator.comparing(Placed::time));
        return new CausalOrder(placed.stream().map(Placed::event).toList(), List.copyOf(doubtful));
    }
}
