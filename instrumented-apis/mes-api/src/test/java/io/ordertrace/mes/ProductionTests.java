package io.ordertrace.mes;

import static io.ordertrace.telemetry.OrderAttributes.CHANGED_AT;
import static io.ordertrace.telemetry.OrderAttributes.ERROR_TYPE;
import static io.ordertrace.telemetry.OrderAttributes.OPERATOR_ID;
import static io.ordertrace.telemetry.OrderAttributes.ORDER_STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.StatusCode;
import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderStatus;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ProductionTests extends RealServersTest {

    @Autowired
    Declarables queues;

    @Autowired
    RabbitAdmin declarations;

    @Test
    void followsTheOperatorsFromTakingToShipping() {
        known(OrderStatus.MANUFACTURING_APPROVED);

        for (String step : List.of("take", "complete", "pack", "ship")) {
            assertThat(step(step)).hasStatusOk();
        }

        assertThat(statusSpans())
                .extracting(span -> span.getAttributes().get(ORDER_STATUS))
                .containsExactly("MANUFACTURING_STARTED", "MANUFACTURING_COMPLETED", "PACKAGED", "SHIPPED");
        assertThat(statusSpans()).allSatisfy(span -> {
            assertThat(span.getAttributes().get(OPERATOR_ID)).isEqualTo("op-17");
            assertThat(span.getAttributes().get(CHANGED_AT)).isNotNull();
        });
        assertThat(orders.get(orderId).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void tellsTheOthersOfAStep() {
        ManufacturingOrder approved = known(OrderStatus.MANUFACTURING_APPROVED);

        step("take");

        OrderMessage message = read(receive(OrderQueue.CRM.queueName()));
        assertThat(message).isEqualTo(orders.get(orderId).message(approved.status()));
        assertThat(message.operatorId()).isEqualTo("op-17");
        assertThat(read(receive(OrderQueue.SHOP.queueName()))).isEqualTo(message);
    }

    @Test
    void letsACompletedOrderBeTakenBackForRework() {
        known(OrderStatus.MANUFACTURING_COMPLETED);

        assertThat(step("take")).hasStatus(HttpStatus.CONFLICT);
        assertThat(step("rework"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("MANUFACTURING_STARTED");
        assertThat(step("rework")).hasStatus(HttpStatus.CONFLICT);

        OrderMessage told = read(receive(OrderQueue.SHOP.queueName()));
        assertThat(told.previousStatus()).isEqualTo(OrderStatus.MANUFACTURING_COMPLETED);
        assertThat(told.isNewsTo(
                        OrderStatus.MANUFACTURING_COMPLETED, told.changedAt().minusMillis(1)))
                .isTrue();
    }

    @Test
    void refusesAStepOutOfTurnAndReportsTheAttempt() {
        ManufacturingOrder approved = known(OrderStatus.MANUFACTURING_APPROVED);

        assertThat(step("ship"))
                .hasStatus(HttpStatus.CONFLICT)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("an order in status MANUFACTURING_APPROVED cannot become SHIPPED");

        assertThat(orders.get(orderId)).isEqualTo(approved);
        assertThat(rabbit.receive(OrderQueue.CRM.queueName())).isNull();
        assertThat(statusSpans()).singleElement().satisfies(span -> {
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getAttributes().get(ERROR_TYPE)).isEqualTo("io.ordertrace.mes.order.IllegalTransition");
        });
    }

    @Test
    void letsOnlyOneOfTwoOperatorsTakeAnOrder() throws Exception {
        known(OrderStatus.MANUFACTURING_APPROVED);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Integer> take = () -> {
            together.await();
            return step("take").getResponse().getStatus();
        };
        try (var operators = Executors.newFixedThreadPool(2)) {
            Future<Integer> first = operators.submit(take);
            Future<Integer> second = operators.submit(take);

            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(orders.get(orderId).version()).isEqualTo(1);
    }

    @Test
    void knowsNothingOfAnOrderThatNeverCame() {
        assertThat(step("take")).hasStatus(HttpStatus.NOT_FOUND).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(http.get().uri("/api/orders/{id}", orderId)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(statusSpans()).isEmpty();
    }

    @Test
    void wantsToKnowWhoTheOperatorIs() {
        known(OrderStatus.MANUFACTURING_APPROVED);

        assertThat(http.post().uri("/api/orders/{id}/take", orderId)).hasStatus(HttpStatus.BAD_REQUEST);
        for (String malformed : List.of("", "op 17", "<b>", "o".repeat(65))) {
            assertThat(http.post().uri("/api/orders/{id}/take", orderId).header("X-Operator-Id", malformed))
                    .hasStatus(HttpStatus.BAD_REQUEST)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        assertThat(statusSpans()).isEmpty();
    }

    @Test
    void refusesAnIdThatCannotBeOne() {
        for (String id : List.of("<script>", "a b", "x".repeat(65), "%00")) {
            assertThat(http.get().uri("/api/orders/{id}", id))
                    .as(id)
                    .hasStatus(HttpStatus.BAD_REQUEST)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void makesAStepWithoutTheQueuesOfTheOthersWhoHearOfItLater() {
        known(OrderStatus.MANUFACTURING_APPROVED);
        queues.getDeclarablesByType(Binding.class).stream()
                .filter(binding -> OrderQueue.STATUS_CHANGED.equals(binding.getRoutingKey()))
                .forEach(admin::removeBinding);
        try {
            assertThat(step("take")).hasStatusOk();
        } finally {
            declarations.initialize();
        }
        assertThat(read(receive(OrderQueue.CRM.queueName())).orderId()).isEqualTo(orderId);
        assertThat(read(receive(OrderQueue.SHOP.queueName())).orderId()).isEqualTo(orderId);
        assertThat(statusSpans())
                .singleElement()
                .satisfies(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET));
    }

    @Test
    void showsWhatItKnowsAndLeavesOutTheRest() {
        known(OrderStatus.MANUFACTURING_APPROVED);

        assertThat(http.get().uri("/api/orders/{id}", orderId))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.model.sha256", path -> assertThat(path).isEqualTo("0".repeat(64)))
                .doesNotHavePath("$.operatorId")
                .doesNotHavePath("$.price");
    }

    @Test
    void isReadyWithDatabaseAndBroker() {
        await().untilAsserted(() -> assertThat(http.get().uri("/actuator/health/readiness"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("UP"));
        assertThat(http.get().uri("/actuator/health")).hasStatusOk();
    }

    private MvcTestResult step(String step) {
        return http.post()
                .uri("/api/orders/{id}/{step}", orderId, step)
                .header("X-Operator-Id", "op-17")
                .exchange();
    }
}
