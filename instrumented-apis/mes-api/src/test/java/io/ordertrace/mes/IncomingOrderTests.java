package io.ordertrace.mes;

import static io.ordertrace.telemetry.OrderAttributes.CHANGED_AT;
import static io.ordertrace.telemetry.OrderAttributes.ERROR_TYPE;
import static io.ordertrace.telemetry.OrderAttributes.MODEL_SHA256;
import static io.ordertrace.telemetry.OrderAttributes.ORDER_STATUS;
import static io.ordertrace.telemetry.OrderAttributes.PREVIOUS_STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.StatusCode;
import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.ModelMetadata;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;

class IncomingOrderTests extends RealServersTest {

    private static final String DEAD = OrderQueue.MES.deadLetterQueueName();

    @Test
    void pricesASubmittedOrderAndTellsTheOthers() {
        StoredModel model = uploaded(Stl.binary(Stl.cube(0, 10)));

        send(OrderQueue.SUBMITTED, submitted(model));

        Message priced = receive(OrderQueue.CRM.queueName());
        assertThat(priced.getMessageProperties().getReceivedRoutingKey()).isEqualTo("order.priced");
        assertThat(priced.getMessageProperties().getReceivedDeliveryMode()).isEqualTo(MessageDeliveryMode.PERSISTENT);
        assertThat(UUID.fromString(priced.getMessageProperties().getMessageId()))
                .isNotNull();
        ManufacturingOrder stored = orders.get(orderId);
        assertThat(read(priced)).isEqualTo(stored.message(OrderStatus.SUBMITTED));
        assertThat(stored.price()).isEqualTo("6055.00");
        assertThat(stored.userId()).isEqualTo("anna");
        assertThat(read(receive(OrderQueue.SHOP.queueName()))).isEqualTo(read(priced));
    }

    @Test
    void tellsTheTraceOfThePriceWithTheDatabasesTime() {
        StoredModel model = uploaded(Stl.ascii(Stl.cube(0, 10)));

        send(OrderQueue.SUBMITTED, submitted(model));

        OrderMessage priced = read(receive(OrderQueue.CRM.queueName()));
        assertThat(statusSpans()).singleElement().satisfies(span -> {
            assertThat(span.getAttributes().get(ORDER_STATUS)).isEqualTo("PRICE_CALCULATED");
            assertThat(span.getAttributes().get(PREVIOUS_STATUS)).isEqualTo("SUBMITTED");
            assertThat(span.getAttributes().get(CHANGED_AT))
                    .isEqualTo(priced.changedAt().toString());
            assertThat(span.getAttributes().get(MODEL_SHA256)).isEqualTo(model.sha256());
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        });
    }

    @Test
    void pricesAndTellsOnceWhenAMessageComesTwice() {
        OrderMessage message = submitted(uploaded(Stl.binary(Stl.cube(0, 10))));
        send(OrderQueue.SUBMITTED, message);
        receive(OrderQueue.CRM.queueName());
        ManufacturingOrder afterFirst = orders.get(orderId);

        send(OrderQueue.SUBMITTED, message);

        awaitAllConsumed();
        assertThat(rabbit.receive(OrderQueue.CRM.queueName(), 500)).isNull();
        assertThat(orders.get(orderId)).isEqualTo(afterFirst);
        assertThat(statusSpans()).hasSize(1);
    }

    @Test
    void reportsAModelWithoutVolumeAsOneFailedAttemptAndDropsTheMessage() {
        float[] corner = {0, 0, 0};
        byte[] sheet = Stl.binary(List.of(Stl.triangle(corner, new float[] {9, 0, 0}, new float[] {0, 9, 0})));

        send(OrderQueue.SUBMITTED, submitted(uploaded(sheet)));

        assertThat(read(receive(DEAD)).orderId()).isEqualTo(orderId);
        assertThat(orders.get(orderId).status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(statusSpans()).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().get(ERROR_TYPE)).isEqualTo("io.ordertrace.mes.pricing.ModelHasNoVolume");
            assertThat(span.getAttributes().get(CHANGED_AT)).isNull();
            assertThat(span.getEvents())
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.getAttributes().toString()).contains("model has no volume"));
        });
    }

    @Test
    void triesAgainAndThenDropsTheMessageWhenTheModelIsMissing() {
        StoredModel model = new StoredModel("orders/" + orderId + "/ring.stl", "stl-binary", 684, 12, "0".repeat(64));

        send(OrderQueue.SUBMITTED, submitted(model));

        receive(DEAD);
        assertThat(statusSpans())
                .hasSize(4)
                .extracting(span -> span.getAttributes().get(ERROR_TYPE))
                .containsOnly("io.ordertrace.mes.model.ModelMissing");
    }

    @Test
    void pricesAnOrderWhoseModelArrivesBetweenTwoAttempts() {
        byte[] stl = Stl.binary(Stl.cube(0, 10));
        StoredModel model = ModelMetadata.read(stl).storedAs("orders/" + orderId + "/late.stl");
        send(OrderQueue.SUBMITTED, submitted(model));
        await().until(this::statusSpans, attempts -> !attempts.isEmpty());

        models.save(model.key(), "ring.stl", stl);

        assertThat(awaitStatus(OrderStatus.PRICE_CALCULATED).price()).isEqualTo("6055.00");
    }

    @Test
    void refusesAModelThatIsNotTheSubmittedFile() {
        StoredModel model = uploaded(Stl.binary(Stl.cube(0, 10)));
        models.save(model.key(), "ring.stl", Stl.binary(Stl.cube(0, 11)));

        send(OrderQueue.SUBMITTED, submitted(model));

        receive(DEAD);
        assertThat(statusSpans())
                .extracting(span -> span.getAttributes().get(ERROR_TYPE))
                .containsExactly("io.ordertrace.mes.pricing.ModelChanged");
    }

    @Test
    void dropsWhatItCannotRead() {
        for (String poison : List.of("", "null", "{", "[]", "{\"orderId\":\"<script>\"}", "{\"status\":\"LOST\"}")) {
            rabbit.send(OrderQueue.EXCHANGE, OrderQueue.SUBMITTED, amqp(poison.getBytes(StandardCharsets.UTF_8)));

            assertThat(receive(DEAD).getBody()).asString(StandardCharsets.UTF_8).isEqualTo(poison);
        }
        send(OrderQueue.SUBMITTED, submitted(null));
        assertThat(read(receive(DEAD)).orderId()).isEqualTo(orderId);
    }

    @Test
    void copiesTheStepsOfOthersWithTheirTimeAndWithoutASpan() {
        known(OrderStatus.PRICE_CALCULATED);
        Instant approvedAt = Instant.parse("2026-03-04T05:06:07.123456Z");

        send(OrderQueue.APPROVED, fromCrm(OrderStatus.MANUFACTURING_APPROVED, approvedAt));

        ManufacturingOrder copy = awaitStatus(OrderStatus.MANUFACTURING_APPROVED);
        assertThat(copy.changedAt()).isEqualTo(approvedAt);
        assertThat(copy.sellerId()).isEqualTo("sel-3");
        assertThat(copy.userId()).isEqualTo("anna");
        assertThat(statusSpans()).isEmpty();
    }

    @Test
    void copiesRejectionAndClosing() {
        known(OrderStatus.PRICE_CALCULATED);
        send(OrderQueue.REJECTED, fromCrm(OrderStatus.REJECTED, now()));
        assertThat(awaitStatus(OrderStatus.REJECTED).version()).isEqualTo(1);
    }

    @Test
    void ignoresNewsThatItHasPassed() {
        ManufacturingOrder started = known(OrderStatus.MANUFACTURING_STARTED);

        send(OrderQueue.APPROVED, fromCrm(OrderStatus.MANUFACTURING_APPROVED, now()));

        awaitAllConsumed();
        assertThat(orders.get(orderId)).isEqualTo(started);
    }

    @Test
    void keepsNewsOfAnOrderItDoesNotKnow() {
        send(OrderQueue.CLOSED, fromCrm(OrderStatus.CLOSED, now()));

        assertThat(read(receive(DEAD)).orderId()).isEqualTo(orderId);
    }

    /** The listener takes one message after the other, so when the second has come out, the first is done. */
    private void awaitAllConsumed() {
        rabbit.send(OrderQueue.EXCHANGE, OrderQueue.SUBMITTED, amqp("last".getBytes(StandardCharsets.UTF_8)));
        assertThat(receive(DEAD).getBody()).asString(StandardCharsets.UTF_8).isEqualTo("last");
    }
}
