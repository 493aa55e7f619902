package io.ordertrace.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@ShopApiTest
class InboxTests {

    private static final String DEAD = OrderQueue.SHOP.deadLetterQueueName();
    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00.123456Z");

    @Autowired
    Customer customer;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    RabbitAdmin admin;

    @Autowired
    JsonMapper json;

    @Autowired
    InMemorySpanExporter spans;

    @Autowired
    OutageListener outage;

    @BeforeEach
    void emptyTheQueues() {
        admin.purgeQueue(DEAD);
    }

    @Test
    void thePriceThatTheManufactureCalculatedIsShown() {
        String id = customer.orders();

        send(OrderQueue.PRICED, priced(id, "12345.60"));

        awaitStatus(id, "PRICE_CALCULATED");
        customer.looksAt(id)
                .expectBody()
                .jsonPath("$.price")
                .isEqualTo(12345.60)
                .jsonPath("$.changedAt")
                .isEqualTo(NOON.toString());
    }

    @Test
    void keepsThePriceWhenLaterMessagesDoNotRepeatIt() {
        String id = customer.orders();

        send(OrderQueue.PRICED, priced(id, "10.00"));
        send(OrderQueue.STATUS_CHANGED, news(id, OrderStatus.SHIPPED, null));

        awaitStatus(id, "SHIPPED");
        customer.looksAt(id).expectBody().jsonPath("$.price").isEqualTo(10.00);
    }

    @Test
    void aMessageThatComesTwiceOrLateChangesNothing() {
        String id = customer.orders();
        send(OrderQueue.PRICED, priced(id, "10.00"));
        send(OrderQueue.STATUS_CHANGED, news(id, OrderStatus.PACKAGED, null));

        send(OrderQueue.STATUS_CHANGED, news(id, OrderStatus.PACKAGED, null));
        send(OrderQueue.PRICED, priced(id, "99.00"));
        awaitEverythingRead();

        awaitStatus(id, "PACKAGED");
        customer.looksAt(id).expectBody().jsonPath("$.price").isEqualTo(10.00);
        assertThat(rabbit.receive(DEAD)).isNull();
    }

    @Test
    void aCopyIsNoStatusChangeInTheTrace() {
        String id = customer.orders();

        send(OrderQueue.PRICED, priced(id, "10.00"));

        awaitStatus(id, "PRICE_CALCULATED");
        assertThat(spans.getFinishedSpanItems())
                .filteredOn(span -> id.equals(span.getAttributes().get(OrderAttributes.ORDER_ID)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "null",
                "[]",
                "{}",
                "{\"orderId\":\"<script>\",\"status\":\"SHIPPED\",\"changedAt\":\"2026-02-03T12:00:00Z\"}",
                "{\"orderId\":\"ORD-0000001\",\"status\":\"MELTED\",\"changedAt\":\"2026-02-03T12:00:00Z\"}"
            })
    void whatCannotBeReadGoesToTheDeadLetterQueueUnchanged(String body) {
        send(OrderQueue.PRICED, body.getBytes(StandardCharsets.UTF_8));

        assertThat(nextDeadLetter().getBody()).asString(StandardCharsets.UTF_8).isEqualTo(body);
    }

    @Test
    void aMessageAboutAShopOrderThatTheShopDoesNotKnowGoesToTheDeadLetterQueue() {
        send(OrderQueue.PRICED, priced("ORD-9999999", "10.00"));

        assertThat(nextDeadLetter().getBody()).asString(StandardCharsets.UTF_8).contains("ORD-9999999");
    }

    @Test
    void aMessageThatComesDuringAnOutageIsTakenAgainUntilItIsOver() {
        rabbit.send(OutageListener.QUEUE, MessageBuilder.withBody(new byte[0]).build());

        await().atMost(Duration.ofSeconds(30)).until(() -> outage.successes() == 1);
    }

    @Test
    void ordersOfTheB2bApiAreNoneOfTheShopsBusiness() {
        send(OrderQueue.PRICED, priced("B2B-0000001", "10.00"));

        awaitEverythingRead();
        assertThat(rabbit.receive(DEAD)).isNull();
    }

    /** Messages of one queue are read one after the other: when a later one has worked, the earlier ones are done. */
    private void awaitEverythingRead() {
        String last = customer.orders();
        send(OrderQueue.PRICED, priced(last, "1.00"));
        awaitStatus(last, "PRICE_CALCULATED");
    }

    private void awaitStatus(String id, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        customer.looksAt(id).expectBody().jsonPath("$.status").isEqualTo(status));
    }

    private Message nextDeadLetter() {
        return Objects.requireNonNull(rabbit.receive(DEAD, 20_000), "nothing in the dead-letter queue");
    }

    private void send(String routingKey, OrderMessage message) {
        send(routingKey, json.writeValueAsBytes(message));
    }

    private void send(String routingKey, byte[] body) {
        rabbit.send(
                OrderQueue.EXCHANGE, routingKey, MessageBuilder.withBody(body).build());
    }

    private static OrderMessage priced(String id, String price) {
        return news(id, OrderStatus.PRICE_CALCULATED, new BigDecimal(price));
    }

    private static OrderMessage news(String id, OrderStatus status, @Nullable BigDecimal price) {
        return new OrderMessage(id, status, null, NOON, null, null, null, null, null, price);
    }
}
