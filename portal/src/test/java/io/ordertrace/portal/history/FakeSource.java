package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.FoundEvents;
import io.ordertrace.portal.source.Gap;
import io.ordertrace.portal.source.OrderEventSource;
import io.ordertrace.portal.source.SourceUnavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source that knows what it was told. */
final class FakeSource implements OrderEventSource {

    private final Map<String, FoundEvents> known = new HashMap<>();
    private SourceUnavailable.@Nullable Reason failure;

    FakeSource knows(String order, List<OrderEvent> events, Gap... gaps) {
        known.put(order, new FoundEvents(events, List.of(gaps)));
        return this;
    }

    FakeSource fails(SourceUnavailable.@Nullable Reason reason) {
        failure = reason;
        return this;
    }

    void forget() {
        known.clear();
        failure = null;
    }

    @Override
    public Origin origin() {
        return Origin.JAEGER;
    }

    @Override
    public FoundEvents find(OrderId order, Duration within) {
        if (failure != null) {
            throw new SourceUnavailable(Origin.JAEGER, "GetServices", failure, within, null);
        }
        return known.getOrDefault(order.value(), new FoundEvents(List.of(), List.of()));
    }
}
