package io.ordertrace.mes;

import static io.ordertrace.telemetry.OrderAttributes.CHANGED_AT;
import static io.ordertrace.telemetry.OrderAttributes.ERROR_TYPE;
import static io.ordertrace.telemetry.OrderAttributes.ORDER_STATUS;
import static io.ordertrace.telemetry.OrderAttributes.PREVIOUS_STATUS;
import static io.ordertrace.telemetry.OrderAttributes.SELLER_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** An order is cancelled in the shop or in the CRM while MES does something with it. */
class CancellationTests extends RealServersTest {

    @Autowired
    TransactionOperations transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aCancelledOrderCannotBeTaken() {
        known(OrderStatus.MANUFACTURING_APPROVED);

        send(OrderQueue.CANCELLED, fromCrm(OrderStatus.CANCELLED, now()));

        awaitStatus(OrderStatus.CANCELLED);
        assertThat(statusSpans()).isEmpty();
        assertThat(http.post().uri("/api/orders/{id}/take", orderId).header("X-Operator-Id", "op-17"))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void aCancellationAfterTheStartIsRefusedAndToldAsAFailedAttempt() {
        ManufacturingOrder started = known(OrderStatus.MANUFACTURING_STARTED);

        send(OrderQueue.CANCELLED, fromCrm(OrderStatus.CANCELLED, now()));

        SpanData attempt =
                await().until(this::statusSpans, spans -> spans.size() == 1).getFirst();
        assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attempt.getAttributes().get(ORDER_STATUS)).isEqualTo("CANCELLED");
        assertThat(attempt.getAttributes().get(PREVIOUS_STATUS)).isEqualTo("MANUFACTURING_STARTED");
        assertThat(attempt.getAttributes().get(SELLER_ID)).isEqualTo("sel-3");
        assertThat(attempt.getAttributes().get(ERROR_TYPE)).isEqualTo("io.ordertrace.mes.inbox.CancelledTooLate");
        assertThat(attempt.getAttributes().get(CHANGED_AT)).isNull();
        assertThat(orders.get(orderId)).isEqualTo(started);
        assertThat(rabbit.receive(OrderQueue.MES.deadLetterQueueName())).isNull();
    }

    @Test
    void aPriceOfAnOrderCancelledMeanwhileIsTakenBackInTheHistory() {
        ManufacturingOrder priced = known(OrderStatus.PRICE_CALCULATED);
        Instant cancelledAt = priced.changedAt().minusSeconds(1);

        send(OrderQueue.CANCELLED, fromCrm(OrderStatus.CANCELLED, cancelledAt));

        assertThat(awaitStatus(OrderStatus.CANCELLED).changedAt()).isEqualTo(cancelledAt);
        SpanData step =
                await().until(this::statusSpans, spans -> spans.size() == 1).getFirst();
        assertThat(step.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(step.getAttributes().get(ORDER_STATUS)).isEqualTo("CANCELLED");
        assertThat(step.getAttributes().get(PREVIOUS_STATUS)).isEqualTo("PRICE_CALCULATED");
        assertThat(step.getAttributes().get(CHANGED_AT))
                .satisfies(time -> assertThat(Instant.parse(time)).isAfter(priced.changedAt()));
    }

    /** Nobody can see the order yet when the cancellation looks for it, and it is there when the cancellation is stored. */
    @Test
    void aCancellationIsNotLostWhenTheSubmissionIsStoredAtTheSameMoment() {
        transactions.executeWithoutResult(submission -> {
            known(OrderStatus.SUBMITTED);
            send(OrderQueue.CANCELLED, fromCrm(OrderStatus.CANCELLED, now()));
            await().until(this::somebodyWaits);
        });

        awaitStatus(OrderStatus.CANCELLED);
        assertThat(statusSpans()).isEmpty();
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void anOrderCancelledBeforeItsSubmissionArrivesIsNotPriced() {
        send(OrderQueue.CANCELLED, fromCrm(OrderStatus.CANCELLED, now()));
        awaitStatus(OrderStatus.CANCELLED);

        send(OrderQueue.SUBMITTED, submitted(uploaded(Stl.binary(Stl.cube(0, 10)))));

        rabbit.send(OrderQueue.EXCHANGE, OrderQueue.SUBMITTED, amqp("last".getBytes(StandardCharsets.UTF_8)));
        receive(OrderQueue.MES.deadLetterQueueName());
        assertThat(orders.get(orderId).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(statusSpans()).isEmpty();
    }
}
