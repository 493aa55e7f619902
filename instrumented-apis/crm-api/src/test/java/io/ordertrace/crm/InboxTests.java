package io.ordertrace.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

@CrmApiTest
class InboxTests {

    private static final String DEAD = OrderQueue.CRM.deadLetterQueueName();

    @Autowired
    Seller seller;

    @Autowired
    Manufacture manufacture;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    RabbitAdmin admin;

    @Autowired
    InMemorySpanExporter spans;

    @BeforeEach
    void emptyTheQueue() {
        admin.purgeQueue(DEAD);
    }

    @Test
    void aPricedOrderAppearsWithItsPriceAndTheTimeOfTheChange() {
        String id = manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);

        seller.looksAt(id)
                .expectBody()
                .json("{\"orderId\":\"" + id + "\",\"status\":\"PRICE_CALCULATED\",\"userId\":\"u-1001\","
                        + "\"price\":12345.60,\"changedAt\":\"" + Manufacture.NOON + "\"}")
                .jsonPath("$.sellerId")
                .doesNotExist();
    }

    @Test
    void anOrderFromTheB2bApiAppearsWithItsPartner() {
        manufacture.sends(
                OrderQueue.PRICED,
                "{\"orderId\":\"B2B-0000001\",\"status\":\"PRICE_CALCULATED\","
                        + "\"changedAt\":\"2026-02-03T12:00:00Z\",\"apiUserId\":\"partner-2\",\"price\":5}");

        manufacture.awaitStatus("B2B-0000001", OrderStatus.PRICE_CALCULATED);
        seller.looksAt("B2B-0000001")
                .expectBody()
                .jsonPath("$.apiUserId")
                .isEqualTo("partner-2")
                .jsonPath("$.userId")
                .doesNotExist();
    }

    @Test
    void aMessageThatComesTwiceOrLateChangesNothing() {
        String id = manufacture.orderThatIs(OrderStatus.PACKAGED);

        manufacture.tells(id, OrderStatus.PACKAGED, "1.00");
        manufacture.tells(id, OrderStatus.PRICE_CALCULATED, "99.00");
        awaitEverythingRead();

        seller.looksAt(id)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PACKAGED")
                .jsonPath("$.price")
                .isEqualTo(12345.60);
        assertThat(rabbit.receive(DEAD)).isNull();
    }

    @Test
    void aCopyIsNoStatusChangeInTheTrace() {
        String id = manufacture.orderThatIs(OrderStatus.SHIPPED);

        assertThat(spans.getFinishedSpanItems())
                .filteredOn(span -> id.equals(span.getAttributes().get(OrderAttributes.ORDER_ID)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not json", "null", "{\"status\":\"SHIPPED\",\"changedAt\":\"2026-02-03T12:00:00Z\"}"})
    void whatCannotBeReadGoesToTheDeadLetterQueueUnchanged(String body) {
        manufacture.sends(OrderQueue.STATUS_CHANGED, body);

        var dead = Objects.requireNonNull(rabbit.receive(DEAD, 20_000), "nothing in the dead-letter queue");
        assertThat(dead.getBody()).asString(StandardCharsets.UTF_8).isEqualTo(body);
    }

    /** Messages of one queue are read one after the other: when a later one has worked, the earlier ones are done. */
    private void awaitEverythingRead() {
        manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
    }
}
