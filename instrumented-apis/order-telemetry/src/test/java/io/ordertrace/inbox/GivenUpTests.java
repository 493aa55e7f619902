package io.ordertrace.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.FailureRule;
import io.ordertrace.telemetry.Failures;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderTelemetry;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import tools.jackson.databind.json.JsonMapper;

class GivenUpTests {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String BODY =
            "{\"orderId\":\"ORD-0000042\",\"status\":\"SHIPPED\",\"changedAt\":\"2026-02-03T12:00:00Z\"}";

    @RegisterExtension
    final OpenTelemetryExtension spans = OpenTelemetryExtension.create();

    private final FailureRule database =
            link -> link instanceof DatabaseFailed ? new FailureRule.Clue(null, "shop-db") : null;
    private final OrderTelemetry telemetry =
            new OrderTelemetry(spans.getOpenTelemetry(), new Failures(List.of(database)));
    private final GivenUp givenUp =
            new GivenUp(new Inbox(JsonMapper.builder().build(), telemetry), telemetry, "orders-mq");

    @Test
    void aDependencyThatIsAwayOrHangsIsNoFaultOfTheMessageWhichIsTakenAgain() {
        assertThatThrownBy(() -> givenUp.recover(message(BODY), new DatabaseFailed(new ConnectException())))
                .isInstanceOf(ImmediateRequeueAmqpException.class);
        assertThatThrownBy(() -> givenUp.recover(message(BODY), new DatabaseFailed(new SocketTimeoutException())))
                .isInstanceOf(ImmediateRequeueAmqpException.class);

        assertThat(spans.getSpans()).isEmpty();
    }

    @Test
    void aDependencyThatSaysNoMakesADeadLetter() {
        DatabaseFailed thrown = new DatabaseFailed(new IllegalStateException());

        assertThatThrownBy(() -> givenUp.recover(message(BODY), thrown))
                .isInstanceOf(AmqpRejectAndDontRequeueException.class);

        SpanData letter = onlySpan();
        assertThat(letter.getName()).isEqualTo("order.dead_letter");
        assertThat(letter.getAttributes().get(OrderAttributes.ORDER_ID)).isEqualTo("ORD-0000042");
        assertThat(letter.getAttributes().get(OrderAttributes.MESSAGE_ID)).isEqualTo("m-1");
        assertThat(letter.getAttributes().get(OrderAttributes.MESSAGE_DESTINATION))
                .isEqualTo("shop.orders.dead");
        assertThat(letter.getAttributes().get(OrderAttributes.FAILURE_CLASS)).isEqualTo(FailureClass.ERROR.attribute());
        assertThat(letter.getAttributes().get(OrderAttributes.FAILURE_DEPENDENCY))
                .isEqualTo("shop-db");
    }

    @Test
    void withoutAnAgentTheDeadLetterBelongsToTheTraceThatTheMessageBrought() {
        reject(message("poison"), new UnusableMessage("not JSON"));

        assertThat(onlySpan().getTraceId()).isEqualTo(TRACE);
        assertThat(onlySpan().getAttributes().get(OrderAttributes.ORDER_ID)).isEqualTo("ORD-0000007");
    }

    @Test
    void withAnAgentItBelongsToTheListenersSpan() {
        var listener = spans.getOpenTelemetry()
                .getTracer("agent")
                .spanBuilder("process")
                .startSpan();
        try (Scope ignored = listener.makeCurrent()) {
            reject(message(BODY), new IllegalStateException("inside"));
        } finally {
            listener.end();
        }

        assertThat(spans.getSpans().getFirst().getParentSpanId())
                .isEqualTo(listener.getSpanContext().getSpanId());
        assertThat(spans.getSpans().getFirst().getAttributes().get(OrderAttributes.FAILURE_DEPENDENCY))
                .isNull();
        assertThat(spans.getSpans().getLast().getAttributes().get(OrderAttributes.FAILURE_CLASS))
                .isEqualTo("error");
    }

    @Test
    void aMessageThatIsItselfAtFaultIsBlamedOnTheQueue() {
        reject(message("poison"), new IllegalStateException(new UnusableMessage("not JSON")));

        assertThat(onlySpan().getAttributes().get(OrderAttributes.FAILURE_DEPENDENCY))
                .isEqualTo("orders-mq");
    }

    private void reject(Message message, Exception thrown) {
        assertThatThrownBy(() -> givenUp.recover(message, thrown))
                .isInstanceOf(AmqpRejectAndDontRequeueException.class);
    }

    private SpanData onlySpan() {
        assertThat(spans.getSpans()).hasSize(1);
        return spans.getSpans().getFirst();
    }

    private static Message message(String body) {
        Message message = MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                .setMessageId("m-1")
                .setHeader("traceparent", "00-" + TRACE + "-b7ad6b7169203331-01")
                .setHeader("baggage", "jewelry.order.id=ORD-0000007")
                .build();
        message.getMessageProperties().setConsumerQueue("shop.orders");
        return message;
    }

    private static final class DatabaseFailed extends RuntimeException {

        DatabaseFailed(Throwable cause) {
            super(cause);
        }
    }
}
