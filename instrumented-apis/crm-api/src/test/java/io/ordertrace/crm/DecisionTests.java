package io.ordertrace.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

@CrmApiTest
class DecisionTests {

    private static final String MES = OrderQueue.MES.queueName();
    private static final String SHOP = OrderQueue.SHOP.queueName();

    @Autowired
    Seller seller;

    @Autowired
    Manufacture manufacture;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    RabbitAdmin admin;

    @Autowired
    JsonMapper json;

    @Autowired
    InMemorySpanExporter spans;

    @ParameterizedTest
    @CsvSource({
        "approve, PRICE_CALCULATED, MANUFACTURING_APPROVED, order.approved",
        "reject,  PRICE_CALCULATED, REJECTED,               order.rejected",
        "cancel,  PRICE_CALCULATED, CANCELLED,              order.cancelled",
        "close,   SHIPPED,          CLOSED,                 order.closed"
    })
    void aDecisionChangesTheOrderAndTellsManufactureAndShop(
            String decision, OrderStatus before, OrderStatus after, String routingKey) {
        String id = manufacture.orderThatIs(before);
        emptyTheQueues();

        seller.decides(decision, id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(after.name())
                .jsonPath("$.sellerId")
                .isEqualTo(Seller.ID);

        for (String queue : List.of(MES, SHOP)) {
            Message message = Objects.requireNonNull(rabbit.receive(queue, 5_000), "nothing in " + queue);
            assertThat(message.getMessageProperties().getReceivedRoutingKey()).isEqualTo(routingKey);
            OrderMessage told = json.readValue(message.getBody(), OrderMessage.class);
            assertThat(message.getMessageProperties().getMessageId())
                    .isEqualTo(told.messageId().toString());
            assertThat(told.orderId()).isEqualTo(id);
            assertThat(told.status()).isEqualTo(after);
            assertThat(told.previousStatus()).isEqualTo(before);
            assertThat(told.sellerId()).isEqualTo(Seller.ID);
            assertThat(told.userId()).isEqualTo("u-1001");
            assertThat(told.price()).isEqualByComparingTo("12345.60");
        }
    }

    @Test
    void tellsTheTraceWhoDecidedAndWhen() {
        String id = manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);

        seller.decides("approve", id).expectStatus().isOk();

        assertThat(steps(id)).singleElement().satisfies(step -> {
            assertThat(step.getName()).isEqualTo("order.status_change");
            assertThat(step.getKind()).isEqualTo(SpanKind.INTERNAL);
            assertThat(step.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
            assertThat(step.getAttributes().get(OrderAttributes.ORDER_STATUS)).isEqualTo("MANUFACTURING_APPROVED");
            assertThat(step.getAttributes().get(OrderAttributes.PREVIOUS_STATUS))
                    .isEqualTo("PRICE_CALCULATED");
            assertThat(step.getAttributes().get(OrderAttributes.SELLER_ID)).isEqualTo(Seller.ID);
            seller.looksAt(id)
                    .expectBody()
                    .jsonPath("$.changedAt")
                    .isEqualTo(Objects.requireNonNull(step.getAttributes().get(OrderAttributes.CHANGED_AT)));
        });
    }

    @Test
    void approvingTwiceIsAConflictAndAFailedAttemptInTheTrace() {
        String id = manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
        seller.decides("approve", id).expectStatus().isOk();
        assertThat(rabbit.receive(MES, 5_000)).isNotNull();

        seller.decides("sel-4", "approve", id)
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(id + " is MANUFACTURING_APPROVED and cannot become MANUFACTURING_APPROVED");

        SpanData attempt = steps(id).getLast();
        assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attempt.getAttributes().get(OrderAttributes.ERROR_TYPE))
                .isEqualTo("io.ordertrace.crm.order.IllegalTransition");
        assertThat(attempt.getAttributes().get(OrderAttributes.SELLER_ID)).isEqualTo("sel-4");
        assertThat(rabbit.receive(MES)).isNull();
        seller.looksAt(id).expectBody().jsonPath("$.sellerId").isEqualTo(Seller.ID);
    }

    @Test
    void ofSellersWhoDecideAtTheSameTimeOneWins() throws Exception {
        String id = manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
        emptyTheQueues();

        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> seller.decides("sel-" + i, i % 2 == 0 ? "approve" : "reject", id)
                            .returnResult(String.class)
                            .getStatus()
                            .value()))
                    .toList();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(rabbit.receive(MES, 5_000)).isNotNull();
        assertThat(rabbit.receive(MES)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "close, PRICE_CALCULATED",
        "approve, SHIPPED",
        "reject, MANUFACTURING_STARTED",
        "cancel, MANUFACTURING_STARTED",
        "approve, CANCELLED"
    })
    void aDecisionOutOfTurnIsAConflict(String decision, OrderStatus status) {
        String id = manufacture.orderThatIs(status);

        seller.decides(decision, id).expectStatus().isEqualTo(409);

        seller.looksAt(id).expectBody().jsonPath("$.status").isEqualTo(status.name());
    }

    @Test
    void anUnknownOrderIsNotFound() {
        seller.decides("approve", "ORD-9999999")
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(steps("ORD-9999999")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"seller@example.com", "<b>", "a b"})
    void aSellerIdOfAnotherFormIsABadRequest(String sellerId) {
        String id = manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);

        seller.decides(sellerId, "approve", id).expectStatus().isBadRequest();
    }

    @Test
    void aDecisionStandsWithoutTheQueuesOfTheOthersWhoHearOfItLater() {
        String id = manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
        admin.deleteQueue(MES);
        admin.deleteQueue(SHOP);
        try {
            seller.decides("approve", id).expectStatus().isOk();
        } finally {
            admin.initialize();
        }

        for (String queue : List.of(MES, SHOP)) {
            Message message = Objects.requireNonNull(rabbit.receive(queue, 20_000), "nothing in " + queue);
            assertThat(json.readValue(message.getBody(), OrderMessage.class).orderId())
                    .isEqualTo(id);
        }
        assertThat(steps(id).getLast().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @BeforeEach
    void emptyTheQueues() {
        admin.purgeQueue(MES);
        admin.purgeQueue(SHOP);
    }

    private List<SpanData> steps(String id) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("order.status_change"))
                .filter(span -> id.equals(span.getAttributes().get(OrderAttributes.ORDER_ID)))
                .toList();
    }
}
