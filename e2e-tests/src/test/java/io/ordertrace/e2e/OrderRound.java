package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.e2e.JaegerSpans.Span;
import io.ordertrace.stack.demo.plan.DemoModel;
import io.ordertrace.stack.trouble.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer, a seller, an operator and somebody of support at their pages, and the troubles that befall an order. */
final class OrderRound implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final byte[] RING = DemoModel.ring(9, 1.2, 24).binary();
    private static final JsonMapper JSON = new JsonMapper();

    private final RunningStack stack;
    private final ShopPage shop;
    private final CrmPage crm;
    private final MesPage mes;
    private final Visitor support;

    OrderRound(RunningStack stack) {
        this.stack = stack;
        shop = stack.shop().signIn("user-301");
        crm = stack.crm().signIn("seller-31");
        mes = stack.mes().signIn("op-31");
        support = stack.visitor("anna");
    }

    ShopPage shop() {
        return shop;
    }

    CrmPage crm() {
        return crm;
    }

    MesPage mes() {
        return mes;
    }

    static byte[] ring() {
        return RING;
    }

    /** An order that the seller sees and may approve. */
    String priced() {
        String order = shop.order("ring", RING);
        crm.filter("PRICE_CALCULATED").row(order);
        return order;
    }

    /** An order that the operator sees and may take. */
    String approved() {
        String order = priced();
        crm.approve(order);
        mes.card(order, "take");
        return order;
    }

    /** The order that the customer has just made, and whose model has not arrived. */
    String orderWithoutModel() {
        return Objects.requireNonNull(
                shop.page().locator("[data-testid=order-form][data-order-id]").getAttribute("data-order-id"));
    }

    /** Does it while the trouble lasts; the trouble is over in any case afterwards. */
    void during(Trouble trouble, Runnable action) {
        try (RunningStack.TroubleOn ignored = stack.trouble(trouble)) {
            action.run();
        }
    }

    /** What the person on duty does with messages that were lost or have died. */
    int sendMessagesAgain() {
        return stack.sendMessagesAgain();
    }

    /**
     * Waits until a span of the service about the order says that it failed so, with the exception beside it, and until
     * the portal says the same.
     *
     * @param failure class and dependency, for instance {@code hang shop-db}
     */
    Span failed(String service, String order, String failure) {
        Span span = stack.jaegerSpans()
                .awaited(service, order, one -> failureOf(one).equals(failure));
        assertThat(span.attributes()).containsEntry("error", "true").containsKey("error.type");
        assertThat(span.events())
                .anySatisfy(event -> assertThat(event).containsKeys("exception.type", "exception.stacktrace"));
        portal(
                order,
                "the portal says " + failure,
                history -> failuresIn(history).contains(failure));
        return span;
    }

    private static String failureOf(Span span) {
        return span.attributes().get("jewelry.failure.class") + " "
                + span.attributes().get("jewelry.failure.dependency");
    }

    private static List<String> failuresIn(JsonNode history) {
        return history.path("events")
                .valueStream()
                .map(event -> event.at("/failure/class").asString("") + " "
                        + event.at("/failure/dependency").asString(""))
                .toList();
    }

    /** The spans of the service about the order that Jaeger has, once one is as expected. */
    List<Span> spans(String service, String order, Predicate<Span> expected) {
        stack.jaegerSpans().awaited(service, order, expected);
        return stack.jaegerSpans().about(service, order).stream()
                .filter(expected)
                .toList();
    }

    /** The order as the portal tells it, once that is as expected. */
    JsonNode portal(String order, String expectation, Predicate<JsonNode> expected) {
        return Awaitility.await(order + ": " + expectation)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> JSON.readTree(
                                support.asScript("/api/v1/orders/" + order).text()),
                        expected);
    }

    @Override
    public void close() {
        shop.close();
        crm.close();
        mes.close();
        support.close();
    }
}
