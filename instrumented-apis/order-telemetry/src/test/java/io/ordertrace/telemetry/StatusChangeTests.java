package io.ordertrace.telemetry;

import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.assertThat;
import static io.opentelemetry.sdk.testing.assertj.OpenTelemetryAssertions.equalTo;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatusChangeTests {

    private static final Instant CHANGED_AT = Instant.parse("2026-02-03T04:05:06.789012Z");

    @RegisterExtension
    final OpenTelemetryExtension spans = OpenTelemetryExtension.create();

    private final OrderTelemetry telemetry = new OrderTelemetry(spans.getOpenTelemetry());

    @Test
    void isOneInternalSpanWithExactlyTheAttributesThatApply() {
        Instant returned = telemetry
                .statusChange("ORD-0000042", OrderStatus.MANUFACTURING_APPROVED)
                .from(OrderStatus.PRICE_CALCULATED)
                .seller("sel-3")
                .run(() -> CHANGED_AT);

        assertThat(returned).isEqualTo(CHANGED_AT);
        assertThat(onlySpan())
                .hasName("order.status_change")
                .hasKind(SpanKind.INTERNAL)
                .hasStatus(StatusData.unset())
                .hasAttributesSatisfyingExactly(
                        equalTo(OrderAttributes.ORDER_ID, "ORD-0000042"),
                        equalTo(OrderAttributes.ORDER_STATUS, "MANUFACTURING_APPROVED"),
                        equalTo(OrderAttributes.PREVIOUS_STATUS, "PRICE_CALCULATED"),
                        equalTo(OrderAttributes.CHANGED_AT, "2026-02-03T04:05:06.789012Z"),
                        equalTo(OrderAttributes.SELLER_ID, "sel-3"));
    }

    @Test
    void aNewOrderHasNoPreviousStatus() {
        telemetry.statusChange("ORD-0000042", OrderStatus.CREATED).user("u-1").run(() -> CHANGED_AT);

        assertThat(onlySpan())
                .hasAttributesSatisfyingExactly(
                        equalTo(OrderAttributes.ORDER_ID, "ORD-0000042"),
                        equalTo(OrderAttributes.ORDER_STATUS, "CREATED"),
                        equalTo(OrderAttributes.CHANGED_AT, CHANGED_AT.toString()),
                        equalTo(OrderAttributes.USER_ID, "u-1"));
    }

    @Test
    void namesOperatorAndApiUser() {
        telemetry
                .statusChange("B2B-0000001", OrderStatus.PACKAGED)
                .operator("op-17")
                .apiUser("partner-2")
                .run(() -> CHANGED_AT);

        assertThat(onlySpan().getAttributes().get(OrderAttributes.OPERATOR_ID)).isEqualTo("op-17");
        assertThat(onlySpan().getAttributes().get(OrderAttributes.API_USER_ID)).isEqualTo("partner-2");
    }

    @Test
    void aChangeThatDidNotHappenIsAnErrorWithoutATimeOfChange() {
        StatusChange change = telemetry.statusChange("ORD-0000042", OrderStatus.SUBMITTED);

        assertThatThrownBy(() -> change.run(() -> {
                    throw new IOException("no route to host");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("no route to host");

        assertThat(onlySpan())
                .hasStatus(StatusData.create(StatusCode.ERROR, ""))
                .hasAttribute(OrderAttributes.ERROR_TYPE, "java.io.IOException")
                .hasException(new IOException("no route to host"));
        assertThat(onlySpan().getAttributes().get(OrderAttributes.CHANGED_AT)).isNull();
    }

    @Test
    void theSpanEndsAlsoWhenTheMachineFails() {
        StatusChange change = telemetry.statusChange("ORD-0000042", OrderStatus.SUBMITTED);

        assertThatThrownBy(() -> change.run(() -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(onlySpan().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }

    @Test
    void workBeneathSeesTheSpanAndTheOrder() {
        telemetry.statusChange("ORD-0000042", OrderStatus.CREATED).run(() -> {
            assertThat(Baggage.current().getEntryValue("jewelry.order.id")).isEqualTo("ORD-0000042");
            spans.getOpenTelemetry()
                    .getTracer("test")
                    .spanBuilder("insert")
                    .startSpan()
                    .end();
            return CHANGED_AT;
        });

        assertThat(Baggage.current().isEmpty()).isTrue();
        SpanData insert = spanNamed("insert");
        assertThat(insert.getParentSpanId())
                .isEqualTo(spanNamed("order.status_change").getSpanId());
    }

    @Test
    void keepsTheBaggageOfOthers() {
        try (Scope ignored = Baggage.builder().put("tenant", "north").build().makeCurrent()) {
            telemetry.statusChange("ORD-0000042", OrderStatus.CREATED).run(() -> {
                assertThat(Baggage.current().getEntryValue("tenant")).isEqualTo("north");
                return CHANGED_AT;
            });
        }
    }

    private SpanData onlySpan() {
        assertThat(spans.getSpans()).hasSize(1);
        return spans.getSpans().getFirst();
    }

    private SpanData spanNamed(String name) {
        return spans.getSpans().stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
