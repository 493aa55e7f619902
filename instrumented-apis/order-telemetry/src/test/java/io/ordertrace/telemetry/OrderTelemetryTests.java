package io.ordertrace.telemetry;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.equalTo;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderTelemetryTests {

    @RegisterExtension
    final OpenTelemetryExtension spans = OpenTelemetryExtension.create();

    private final OrderTelemetry telemetry = new OrderTelemetry(spans.getOpenTelemetry());

    @Test
    void marksTheCurrentSpanAndTheBaggageWithTheOrder() {
        inServerSpan(() -> {
            try (Scope ignored = telemetry.order("ORD-0000042")) {
                assertThat(orderInBaggage()).isEqualTo("ORD-0000042");
            }
            assertThat(Baggage.current().isEmpty()).isTrue();
        });

        assertThat(spans.getSpans())
                .singleElement()
                .satisfies(span -> assertThat(span).hasAttribute(OrderAttributes.ORDER_ID, "ORD-0000042"));
    }

    @Test
    void anInnerOrderGivesWayToTheOuterOneAgain() {
        try (Scope outer = telemetry.order("ORD-0000001")) {
            try (Scope inner = telemetry.order("ORD-0000002")) {
                assertThat(orderInBaggage()).isEqualTo("ORD-0000002");
            }
            assertThat(orderInBaggage()).isEqualTo("ORD-0000001");
        }
    }

    @Test
    void namesTheMessageUntilItsConsumerSaysWhichOrderItIsAbout() {
        try (Scope publishing = telemetry.message("de8bb8d2-ca98-368e-a696-f82f3be324bd")) {
            assertThat(messageInBaggage()).isEqualTo("de8bb8d2-ca98-368e-a696-f82f3be324bd");
            try (Scope consuming = telemetry.order("ORD-0000042")) {
                assertThat(messageInBaggage()).isEqualTo("null");
            }
        }
        assertThat(messageInBaggage()).isEqualTo("null");
    }

    @Test
    void putsTheFactsAboutAModelOntoTheCurrentSpan() {
        String sha256 = "0123456789abcdef".repeat(4);

        inServerSpan(() -> telemetry.model(
                new ModelMetadata(ModelMetadata.BINARY, 684, 12, sha256).storedAs("orders/ORD-0000042/ring.stl")));

        assertThat(spans.getSpans())
                .singleElement()
                .satisfies(span -> assertThat(span)
                        .hasAttributesSatisfyingExactly(
                                equalTo(OrderAttributes.MODEL_KEY, "orders/ORD-0000042/ring.stl"),
                                equalTo(OrderAttributes.MODEL_FORMAT, "stl-binary"),
                                equalTo(OrderAttributes.MODEL_SIZE_BYTES, 684),
                                equalTo(OrderAttributes.MODEL_TRIANGLES, 12),
                                equalTo(OrderAttributes.MODEL_SHA256, sha256)));
    }

    @Test
    void worksWithoutAnSdk() {
        OrderTelemetry silent = new OrderTelemetry(OpenTelemetry.noop());

        try (Scope ignored = silent.order("ORD-0000042")) {
            Instant changedAt =
                    silent.statusChange("ORD-0000042", OrderStatus.CREATED).run(() -> Instant.EPOCH);
            assertThat(changedAt).isEqualTo(Instant.EPOCH);
        }
    }

    private void inServerSpan(Runnable work) {
        Span server = spans.getOpenTelemetry()
                .getTracer("test")
                .spanBuilder("PUT /api/orders/{id}/model")
                .startSpan();
        try (Scope ignored = server.makeCurrent()) {
            work.run();
        } finally {
            server.end();
        }
    }

    private static String messageInBaggage() {
        return String.valueOf(Baggage.current().getEntryValue("messaging.message.id"));
    }

    private static String orderInBaggage() {
        return String.valueOf(Baggage.current().getEntryValue("jewelry.order.id"));
    }
}
