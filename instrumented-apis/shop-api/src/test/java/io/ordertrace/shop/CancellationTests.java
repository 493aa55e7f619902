package io.ordertrace.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

@ShopApiTest
class CancellationTests {

    private static final Instant LONG_AGO = Instant.parse("2026-02-03T12:00:00.123456Z");

    @Autowired
    Customer customer;

    @Autowired
    OrderTrace trace;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    RabbitAdmin admin;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void emptyTheQueues() {
        admin.purgeQueue(OrderQueue.MES.queueName());
        admin.purgeQueue(OrderQueue.CRM.queueName());
    }

    @Test
    void aCustomerCancelsAndTheOthersAreTold() {
        String id = customer.orders();

        customer.cancels(Customer.ID, id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("CANCELLED");

        for (OrderQueue queue : List.of(OrderQueue.MES, OrderQueue.CRM)) {
            Message message = Objects.requireNonNull(rabbit.receive(queue.queueName(), 5_000), "nothing in " + queue);
            assertThat(message.getMessageProperties().getReceivedRoutingKey()).isEqualTo("order.cancelled");
            OrderMessage told = json.readValue(message.getBody(), OrderMessage.class);
            assertThat(told.orderId()).isEqualTo(id);
            assertThat(told.status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(told.previousStatus()).isEqualTo(OrderStatus.CREATED);
            assertThat(told.userId()).isEqualTo(Customer.ID);
        }
        assertThat(trace.steps(id)).last().satisfies(step -> {
            assertThat(step.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(step.getAttributes().get(OrderAttributes.ORDER_STATUS)).isEqualTo("CANCELLED");
            assertThat(step.getAttributes().get(OrderAttributes.USER_ID)).isEqualTo(Customer.ID);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"MANUFACTURING_APPROVED", "MANUFACTURING_STARTED", "REJECTED", "CLOSED", "CANCELLED"})
    void isTooLateOnceASellerHasDecided(OrderStatus status) {
        String id = customer.orders();
        hears(id, status);

        customer.cancels(Customer.ID, id)
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);

        SpanData attempt = trace.steps(id).getLast();
        assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attempt.getAttributes().get(OrderAttributes.ORDER_STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void aPricedOrderCanBeCancelledAndAnApprovalThatCrossesItChangesNothing() {
        String id = customer.orders();
        hears(id, OrderStatus.PRICE_CALCULATED);
        customer.cancels(Customer.ID, id).expectStatus().isOk();

        send(id, OrderStatus.MANUFACTURING_APPROVED);
        hears(customer.orders(), OrderStatus.PRICE_CALCULATED);

        customer.looksAt(id).expectBody().jsonPath("$.status").isEqualTo("CANCELLED");
    }

    @Test
    void whatTheManufactureHasBegunTakesTheCancellationBackAndTheHistoryEndsWithIt() {
        String id = customer.orders();
        customer.cancels(Customer.ID, id).expectStatus().isOk();

        hears(id, OrderStatus.MANUFACTURING_STARTED);

        assertThat(await().until(() -> trace.steps(id), steps -> steps.size() == 3))
                .last()
                .satisfies(step -> {
                    assertThat(step.getAttributes().get(OrderAttributes.ORDER_STATUS))
                            .isEqualTo("MANUFACTURING_STARTED");
                    assertThat(step.getAttributes().get(OrderAttributes.PREVIOUS_STATUS))
                            .isEqualTo("CANCELLED");
                    assertThat(step.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
                });
        assertThat(trace.steps(id))
                .extracting(step -> step.getAttributes().get(OrderAttributes.CHANGED_AT))
                .isSorted();
    }

    @Test
    void anotherCustomersOrderIsForbiddenAndAnUnknownOneNotFound() {
        String id = customer.orders();

        customer.cancels("u-2002", id).expectStatus().isForbidden();
        customer.cancels(Customer.ID, "ORD-9999999").expectStatus().isNotFound();
        customer.cancels("<b>", id).expectStatus().isBadRequest();

        customer.looksAt(id).expectBody().jsonPath("$.status").isEqualTo("CREATED");
    }

    private void hears(String id, OrderStatus status) {
        send(id, status);
        await().untilAsserted(() ->
                customer.looksAt(id).expectBody().jsonPath("$.status").isEqualTo(status.name()));
    }

    private void send(String id, OrderStatus status) {
        var news = new OrderMessage(id, status, null, LONG_AGO, null, null, null, null, null, null);
        rabbit.send(
                OrderQueue.EXCHANGE,
                OrderQueue.STATUS_CHANGED,
                MessageBuilder.withBody(json.writeValueAsBytes(news)).build());
    }
}
