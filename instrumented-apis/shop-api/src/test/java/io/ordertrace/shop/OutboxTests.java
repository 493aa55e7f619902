package io.ordertrace.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.outbox.Outbox;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A change and its message are committed together, and the message goes out whatever happens meanwhile. */
@ShopApiTest
class OutboxTests {

    private static final String MES = Mail.MES;
    private static final byte[] RING = Stl.binary(12, 1);

    @Autowired
    Customer customer;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    RabbitAdmin admin;

    @Autowired
    Declarables topology;

    @Autowired
    Mail mail;

    @Autowired
    OrderTrace trace;

    @Autowired
    RealServers.Hold hold;

    /** The connection is open then: opening it would declare again what a test has deleted. */
    @BeforeEach
    void nothingIsUnderWay() {
        submitted();
        await().atMost(Duration.ofSeconds(40)).until(() -> mail.waiting("%") == 0);
        admin.purgeQueue(MES);
    }

    @Test
    void aChangeThatIsRolledBackTellsNobody() {
        assertThatThrownBy(() -> outbox.commit(OrderQueue.SUBMITTED, () -> "changed", changed -> {
                    throw new IllegalStateException("the last moment");
                }))
                .hasMessage("the last moment");
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    commit("ORD-0000001", OrderQueue.SUBMITTED, OrderStatus.SUBMITTED);
                    throw new IllegalStateException("after the message");
                }))
                .hasMessage("after the message");

        assertThat(mail.waiting("%")).isZero();
        assertThat(rabbit.receive(MES, 500)).isNull();
    }

    @Test
    void whatIsConfirmedIsRemoved() {
        String id = submitted();

        assertThat(mail.told().orderId()).isEqualTo(id);
        await().until(() -> mail.waiting(id) == 0);
    }

    @Test
    void theSecondMessageOfAnOrderWaitsForTheFirst() {
        Binding submissions = topology.getDeclarablesByType(Binding.class).stream()
                .filter(binding -> OrderQueue.SUBMITTED.equals(binding.getRoutingKey()))
                .findFirst()
                .orElseThrow();
        admin.removeBinding(submissions);
        String id;
        try {
            id = submitted();
            await().until(() -> trace.attempts(id).stream()
                    .anyMatch(span -> span.getStatus().getStatusCode() == StatusCode.ERROR));
            commit(id, OrderQueue.CANCELLED, OrderStatus.CANCELLED);
            assertThat(rabbit.receive(MES, 1_000)).isNull();
        } finally {
            admin.initialize();
        }

        assertThat(mail.told().status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(mail.told().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void everyAttemptBelongsToTheTraceOfTheChangeAndSaysWhyItFailed() {
        admin.deleteQueue(MES);
        String id;
        try {
            id = submitted();
            await().until(() -> !trace.attempts(id).isEmpty());
        } finally {
            admin.initialize();
        }
        mail.told();
        await().until(() -> trace.attempts(id).getLast().getStatus().getStatusCode() == StatusCode.UNSET);

        SpanData change = trace.steps(id).getLast();
        assertThat(trace.attempts(id)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(attempt -> {
            assertThat(attempt.getTraceId()).isEqualTo(change.getTraceId());
            assertThat(attempt.getParentSpanId()).isEqualTo(change.getSpanId());
        });
        SpanData returned = trace.attempts(id).getFirst();
        assertThat(returned.getAttributes().get(OrderAttributes.FAILURE_CLASS)).isEqualTo("error");
        assertThat(returned.getAttributes().get(OrderAttributes.FAILURE_DEPENDENCY))
                .isEqualTo("orders-mq");
    }

    @Test
    void whatAnotherInstanceIsSendingIsLeftToIt() {
        hold.on();
        String locked = submitted();
        commit(locked, OrderQueue.CANCELLED, OrderStatus.CANCELLED);
        String free = submitted();

        transactions.executeWithoutResult(another -> {
            jdbc.sql("select from outbox_message where order_id = :id order by sequence limit 1 for update")
                    .param("id", locked)
                    .query()
                    .listOfRows();
            hold.off();
            assertThat(mail.told().orderId()).isEqualTo(free);
            assertThat(rabbit.receive(MES, 500)).isNull();
            assertThat(mail.waiting(locked)).isEqualTo(2);
        });

        assertThat(mail.told().status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(mail.told().status()).isEqualTo(OrderStatus.CANCELLED);
    }

    private String submitted() {
        String id = customer.orders();
        customer.sends(id, RING).expectStatus().isOk();
        return id;
    }

    private void commit(String orderId, String routingKey, OrderStatus status) {
        var message = new OrderMessage(orderId, status, null, Instant.now(), "u-1001", null, null, null, null, null);
        outbox.commit(routingKey, () -> message, same -> same);
    }
}
