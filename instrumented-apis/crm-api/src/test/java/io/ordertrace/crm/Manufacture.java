package io.ordertrace.crm;

import static org.awaitility.Awaitility.await;

import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderStatus;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

/** Tells the CRM over the broker what MES would tell it. */
@Lazy
@TestComponent
class Manufacture {

    static final Instant NOON = Instant.parse("2026-02-03T12:00:00.123456Z");

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RabbitTemplate rabbit;
    private final JsonMapper json;
    private final Seller seller;

    Manufacture(RabbitTemplate rabbit, JsonMapper json, Seller seller) {
        this.rabbit = rabbit;
        this.json = json;
        this.seller = seller;
    }

    /** A new order that the CRM knows to stand in the given status, with a price of 12345.60. */
    String orderThatIs(OrderStatus status) {
        String id = String.format(Locale.ROOT, "ORD-%07d", NUMBER.incrementAndGet());
        tells(id, OrderStatus.PRICE_CALCULATED, "12345.60");
        if (status != OrderStatus.PRICE_CALCULATED) {
            tells(id, status, null);
        }
        awaitStatus(id, status);
        return id;
    }

    void tells(String orderId, OrderStatus status, @Nullable String price) {
        BigDecimal amount = price == null ? null : new BigDecimal(price);
        var news = new OrderMessage(orderId, status, null, NOON, "u-1001", null, null, null, null, amount);
        String key = switch (status) {
            case PRICE_CALCULATED -> OrderQueue.PRICED;
            case CANCELLED -> OrderQueue.CANCELLED;
            default -> OrderQueue.STATUS_CHANGED;
        };
        sends(key, json.writeValueAsString(news));
    }

    void sends(String routingKey, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        rabbit.send(
                OrderQueue.EXCHANGE, routingKey, MessageBuilder.withBody(bytes).build());
    }

    void awaitStatus(String orderId, OrderStatus status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> seller.looksAt(orderId)
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.status")
                        .isEqualTo(status.name()));
    }
}
