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
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("order.status_change"))
                .filter(span -> orderId.equals(span.getAttributes().get(OrderAttributes.ORDER_ID)))
                .toList();
    }
}
