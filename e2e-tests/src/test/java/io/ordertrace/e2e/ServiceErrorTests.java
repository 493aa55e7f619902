package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.e2e.JaegerSpans.Span;
import io.ordertrace.stack.trouble.Trouble;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An error inside a service: the attempt fails with the exception and the request it happened in, and the next one succeeds. */
@WithRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceErrorTests {

    private final RunningStack stack;
    private final OrderRound round;

    ServiceErrorTests(RunningStack stack) {
        this.stack = stack;
        round = new OrderRound(stack);
    }

    @AfterAll
    void leave() {
        round.close();
    }

    @Test
    void anErrorInsideShopApiFailsTheCustomersCancellation() {
        String order = round.priced();
        round.during(Trouble.SHOP_API_ERROR, () -> {
            round.shop().pressCancel(order);
            assertThat(round.shop().failure()).isEqualTo("500");
            isToldWithItsRequest("shop-api", order, "CANCELLED", "user.id", "/api/orders/{id}/cancel");
        });
        round.crm().approve(order);
        round.mes().card(order, "take");
    }

    @Test
    void anErrorInsideCrmApiFailsTheSellersApproval() {
        String order = round.priced();
        round.during(Trouble.CRM_API_ERROR, () -> {
            round.crm().press(order, "approve");
            assertThat(round.crm().failure()).isEqualTo("500");
            isToldWithItsRequest(
                    "crm-api", order, "MANUFACTURING_APPROVED", "jewelry.seller.id", "/api/orders/{id}/approve");
        });
        round.crm().approve(order);
        round.mes().card(order, "take");
    }

    @Test
    void anErrorInsideMesApiFailsTheOperatorsStep() {
        String order = round.approved();
        round.during(Trouble.MES_API_ERROR, () -> {
            round.mes().press(order, "take");
            assertThat(round.mes().failure()).isEqualTo("500");
            isToldWithItsRequest(
                    "mes-api", order, "MANUFACTURING_STARTED", "jewelry.operator.id", "/api/orders/{orderId}/take");
        });
        round.mes().take(order);
    }

    /** The service itself is at fault: no dependency is named. */
    private void isToldWithItsRequest(String service, String order, String status, String actor, String route) {
        Predicate<Span> failed = span -> span.name().equals("order.status_change")
                && "error".equals(span.attributes().get("jewelry.failure.class"));
        Span attempt = stack.jaegerSpans().awaited(service, order, failed);

        assertThat(attempt.attributes())
                .containsEntry("jewelry.order.status", status)
                .containsEntry("error.type", "io.ordertrace.troubles.FailedAtWill")
                .containsKey(actor)
                .doesNotContainKeys("jewelry.failure.dependency", "jewelry.order.status.changed_at");
        assertThat(attempt.events()).singleElement().satisfies(ServiceErrorTests::tellsTypeMessageAndStack);
        Span request = stack.jaegerSpans()
                .awaited(service, order, span -> route.equals(span.attributes().get("http.route")));
        assertThat(request.traceId()).isEqualTo(attempt.traceId());
        assertThat(request.attributes())
                .containsEntry("http.request.method", "POST")
                .containsEntry("http.response.status_code", "500")
                .containsEntry("url.path", route.replaceAll("\\{.*}", order));
        round.portal(
                order,
                "the portal tells the failed attempt",
                history -> history.path("events")
                        .valueStream()
                        .anyMatch(event -> event.path("outcome").asString("").equals("failed")
                                && event.path("status").asString("").equals(status)
                                && event.at("/failure/class").asString("").equals("error")));
    }

    private static void tellsTypeMessageAndStack(Map<String, String> exception) {
        assertThat(exception)
                .containsEntry("exception.type", "io.ordertrace.troubles.FailedAtWill")
                .containsEntry("exception.message", "The change failed because it was told to");
        assertThat(exception.get("exception.stacktrace")).contains("at io.ordertrace.", "order", "TransactionTemplate");
    }
}
