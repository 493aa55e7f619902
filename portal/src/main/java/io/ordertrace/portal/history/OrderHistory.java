package io.ordertrace.portal.history;

import io.ordertrace.portal.order.ModelFile;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.source.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happened to an order.
 *
 * @param events in causal order
 * @param gaps what may be missing; none means complete
 * @param doubtfulClocks services whose times contradict the order of events
 * @param askedAt the moment that "now" and "ago" refer to
 */
record OrderHistory(
        OrderId order,
        List<OrderEvent> events,
        Verdict verdict,
        List<Gap> gaps,
        List<String> doubtfulClocks,
        Instant askedAt) {

    OrderHistory {
        events = List.copyOf(events);
        gaps = List.copyOf(gaps);
        doubtfulClocks = List.copyOf(doubtfulClocks);
    }

    Stream<StatusChange> committed() {
        return committedIn(events);
    }

    static Stream<StatusChange> committedIn(List<OrderEvent> events) {
        return events.stream()
                .filter(StatusChange.class::isInstance)
                .map(StatusChange.class::cast)
                .filter(StatusChange::committed);
    }

    /** The model as last told. */
    Optional<ModelFile> model() {
        return committed().map(StatusChange::model).filter(Objects::nonNull).reduce((earlier, later) -> later);
    }
}
