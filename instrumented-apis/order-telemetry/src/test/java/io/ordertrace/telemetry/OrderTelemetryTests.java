package io.ordertrace.telemetry;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.equalTo;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.net.ConnectException;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
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
    void theWorkOfAConsumerIsNotTheMessage() {
        try (Scope publishing = publication(TraceContext.current()).makeCurrent()) {
            assertThat(messageInBaggage()).isEqualTo("de8bb8d2-ca98-368e-a696-f82f3be324bd");
            try (Scope consuming = telemetry.order("ORD-0000042")) {
                assertThat(messageInBaggage()).isEqualTo("null");
            }
        }
        assertThat(messageInBaggage()).isEqualTo("null");
    }

    @Test
    void anAttemptToPublishBelongsToTheChangeHoweverLateItIs() {
        AtomicReference<TraceContext> origin = new AtomicReference<>();
        telemetry.statusChange("ORD-0000042", OrderStatus.SUBMITTED).run(() -> {
            origin.set(TraceContext.current());
            return Instant.EPOCH;
        });

        publication(origin.get()).failed(new TimeoutException());
        publication(origin.get()).confirmed();

        SpanData change = spans.getSpans().getFirst();
        assertThat(spans.getSpans().subList(1, 3))
                .allSatisfy(attempt -> assertThat(attempt)
                        .hasName("order.message")
                        .hasKind(SpanKind.INTERNAL)
                        .hasTraceId(change.getTraceId())
                        .hasParentSpanId(change.getSpanId())
                        .hasAttribute(OrderAttributes.ORDER_ID, "ORD-0000042")
                        .hasAttribute(OrderAttributes.MESSAGE_ID, "de8bb8d2-ca98-368e-a696-f82f3be324bd")
                        .hasAttribute(OrderAttributes.MESSAGE_DESTINATION, "orders")
                        .hasAttribute(OrderAttributes.MESSAGING_SYSTEM, "rabbitmq"));
        assertThat(spans.getSpans().get(1))
                .hasStatus(StatusData.error())
                .hasAttribute(OrderAttributes.FAILURE_CLASS, "hang");
        assertThat(spans.getSpans().get(2)).hasStatus(StatusData.unset());
    }

    @Test
    void believesNothingThatARequestSaysAboutOrders() {
        Baggage forged = Baggage.builder()
                .put("jewelry.order.id", "ORD-0000001")
                .put("messaging.message.id", "m-1")
                .put("tenant", "north")
                .build();
        try (Scope request = forged.makeCurrent()) {
            inServerSpan(() -> {
                Span.current().setAttribute(OrderAttributes.ORDER_ID, "ORD-0000001");
                try (Scope distrust = telemetry.distrustBaggage()) {
                    assertThat(orderInBaggage()).isEqualTo("null");
                    assertThat(messageInBaggage()).isEqualTo("null");
                    assertThat(Baggage.current().getEntryValue("tenant")).isEqualTo("north");
                }
            });
        }
        assertThat(spans.getSpans().getFirst()).hasAttribute(OrderAttributes.ORDER_ID, "");
    }

    @Test
    void aNumberForANewOrderIsTakenOutsideTheTraceOfTheRequest() {
        inServerSpan(() -> {
            boolean inside = telemetry.beforeTheOrderIsKnown(
                    () -> Span.current().getSpanContext().isValid());
            assertThat(inside).isFalse();
        });
    }

    @Test
    void aFailureIsToldOnceWhereItHappened() {
        RuntimeException failure = new IllegalStateException(new ConnectException());

        inServerSpan(() -> {
            StatusChange change = telemetry.statusChange("ORD-0000042", OrderStatus.SUBMITTED);
            assertThatThrownBy(() -> change.run(() -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
            telemetry.failed(new IllegalArgumentException(failure));
        });
        inServerSpan(() -> telemetry.failed(new IllegalStateException(new ConnectException())));

        assertThat(spans.getSpans())
                .extracting(span -> span.getAttributes().get(OrderAttributes.FAILURE_CLASS))
                .containsExactly("unavailable", null, "unavailable");
    }

    @Test
    void aDeadLetterNamesItsQueueAndWhoIsToBlame() {
        try (Scope ignored = telemetry.order("ORD-0000042")) {
            telemetry.deadLetter(
                    "mes.orders.dead",
                    "m-1",
                    new Failure(FailureClass.ERROR, "orders-mq"),
                    new IllegalArgumentException("poison"));
        }

        assertThat(spans.getSpans())
                .singleElement()
                .satisfies(span -> assertThat(span)
                        .hasName("order.dead_letter")
                        .hasKind(SpanKind.INTERNAL)
                        .hasStatus(StatusData.error())
                        .hasException(new IllegalArgumentException("poison"))
                        .hasAttribute(OrderAttributes.ORDER_ID, "ORD-0000042")
                        .hasAttribute(OrderAttributes.MESSAGE_DESTINATION, "mes.orders.dead")
                        .hasAttribute(OrderAttributes.MESSAGE_ID, "m-1")
                        .hasAttribute(OrderAttributes.FAILURE_CLASS, "error")
                        .hasAttribute(OrderAttributes.FAILURE_DEPENDENCY, "orders-mq"));
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

    private MessagePublication publication(TraceContext origin) {
        return telemetry.publication(
                origin, "ORD-0000042", "de8bb8d2-ca98-368e-a696-f82f3be324bd", "orders", "order.submitted");
    }

    private static String messageInBaggage() {
        return String.valueOf(Baggage.current().getEntryValue("messaging.message.id"));
    }

    private static String orderInBaggage() {
        return String.valueOf(Baggage.current().getEntryValue("jewelry.order.id"));
    }
}
