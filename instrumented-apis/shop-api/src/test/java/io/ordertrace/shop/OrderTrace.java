package io.ordertrace.shop;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.telemetry.OrderAttributes;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** What the shop has told about orders. */
@TestComponent
class OrderTrace {

    private final InMemorySpanExporter spans;

    OrderTrace(InMemorySpanExporter spans) {
        this.spans = spans;
    }

    /** Changes of status and attempts at one, the oldest first. */
    List<SpanData> steps(String orderId) {
        return named("order.status_change", orderId);
    }

    /** Attempts to tell others of a change, the oldest first. */
    List<SpanData> attempts(String orderId) {
        return named("order.message", orderId);
    }

    private List<SpanData> named(String name, String orderId) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(name))
                .filter(span -> orderId.equals(span.getAttributes().get(OrderAttributes.ORDER_ID)))
                .toList();
    }
}
