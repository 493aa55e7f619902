package io.ordertrace.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The seller decides while somebody else does, and the CRM hears of it afterwards; messages are of a time long ago. */
@CrmApiTest
class CollisionTests {

    @Autowired
    Seller seller;

    @Autowired
    Manufacture manufacture;

    @Autowired
    InMemorySpanExporter spans;

    @Test
    void theCustomersEarlierCancellationTakesAnApprovalBackAndTheHistoryEndsWithIt() {
        String id = manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
        seller.decides("approve", id).expectStatus().isOk();

        manufacture.tells(id, OrderStatus.CANCELLED, null);

        manufacture.awaitStatus(id, OrderStatus.CANCELLED);
        assertThat(await().until(() -> steps(id), steps -> steps.size() == 2))
                .last()
                .satisfies(step -> {
                    assertThat(step.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
                    assertThat(step.getAttributes().get(OrderAttributes.ORDER_STATUS))
                            .isEqualTo("CANCELLED");
                    assertThat(step.getAttributes().get(OrderAttributes.PREVIOUS_STATUS))
                            .isEqualTo("MANUFACTURING_APPROVED");
                });
        assertThat(steps(id))
                .extracting(step -> step.getAttributes().get(OrderAttributes.CHANGED_AT))
                .isSorted();
        seller.decides("approve", id).expectStatus().isEqualTo(409);
    }

    @Test
    void whatTheManufactureHasBegunTakesACancellationBack() {
        String id = manufacture.orderThatIs(OrderStatus.MANUFACTURING_APPROVED);
        seller.decides("cancel", id).expectStatus().isOk();

        manufacture.tells(id, OrderStatus.MANUFACTURING_STARTED, null);

        manufacture.awaitStatus(id, OrderStatus.MANUFACTURING_STARTED);
        assertThat(await().until(() -> steps(id), steps -> steps.size() == 2))
                .last()
                .satisfies(step -> {
                    assertThat(step.getAttributes().get(OrderAttributes.ORDER_STATUS))
                            .isEqualTo("MANUFACTURING_STARTED");
                    assertThat(step.getAttributes().get(OrderAttributes.PREVIOUS_STATUS))
                            .isEqualTo("CANCELLED");
                });
    }

    @Test
    void aCancellationThatWasOnlyCopiedIsCorrectedInSilence() {
        String id = manufacture.orderThatIs(OrderStatus.CANCELLED);

        manufacture.tells(id, OrderStatus.MANUFACTURING_STARTED, null);

        manufacture.awaitStatus(id, OrderStatus.MANUFACTURING_STARTED);
        assertThat(steps(id)).isEmpty();
    }

    @Test
    void aPriceThatArrivesAfterTheCancellationChangesNothing() {
        String id = manufacture.orderThatIs(OrderStatus.CANCELLED);

        manufacture.tells(id, OrderStatus.PRICE_CALCULATED, "99.00");
        manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);

        seller.looksAt(id).expectBody().jsonPath("$.status").isEqualTo("CANCELLED");
    }

    private List<SpanData> steps(String id) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("order.status_change"))
                .filter(span -> id.equals(span.getAttributes().get(OrderAttributes.ORDER_ID)))
                .toList();
    }
}
