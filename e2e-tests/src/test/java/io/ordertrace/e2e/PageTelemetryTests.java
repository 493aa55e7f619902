package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route;
import io.ordertrace.e2e.JaegerSpans.Span;
import io.ordertrace.stack.demo.plan.Jewel;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do on the pages begins in their browser, and is told from there. */
@WithRunningStack
class PageTelemetryTests {

    private static final byte[] MODEL = new Jewel("ring", 9, 1.2, false).stl();

    private final RunningStack stack;
    private final JaegerSpans jaeger;

    PageTelemetryTests(RunningStack stack) {
        this.stack = stack;
        jaeger = stack.jaegerSpans();
    }

    @Test
    void theWholeWayOfAnOrderGoesThroughThePagesAndEachStepIsOneTraceFromTheButtonOn() {
        String order;
        try (ShopPage shop = stack.shop().signIn("user-whole")) {
            order = shop.order("ring", MODEL);
            assertOneTrace("shop", "POST /api/orders", order);
            assertOneTrace("shop", "PUT /api/orders/{id}/model", order);
        }
        try (CrmPage crm = stack.crm().signIn("seller-whole");
                MesPage mes = stack.mes().signIn("op-whole")) {
            crm.approve(order);
            mes.take(order)
                    .complete(order)
                    .rework(order)
                    .complete(order)
                    .pack(order)
                    .ship(order);
            crm.close(order);
            for (String step : List.of("take", "complete", "rework", "pack", "ship")) {
                assertOneTrace("mes", "POST /api/orders/{id}/" + step, order);
            }
            assertOneTrace("crm", "POST /api/orders/{id}/approve", order);
            assertOneTrace("crm", "POST /api/orders/{id}/close", order);
        }
    }

    private void assertOneTrace(String system, String call, String order) {
        Span browser =
                jaeger.awaited(system + "-page", order, span -> span.name().equals(call));
        Span change = jaeger.awaited(
                system + "-api",
                order,
                span -> span.name().equals("order.status_change")
                        && span.traceId().equals(browser.traceId()));
        assertThat(browser.attributes()).containsEntry("jewelry.origin", "browser");
        assertThat(change.attributes()).doesNotContainKey("jewelry.origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "crm", "mes"})
    void tellsOfThePageItselfWithoutSayingWhoLooksAtWhat(String system) {
        try (ServicePage page = open(system)) {
            page.page().reload();
            page.enter("somebody");
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                assertThat(jaeger.named(system + "-page", "documentLoad")).isNotEmpty();
                assertThat(jaeger.named(system + "-page", "GET /api/orders")).isNotEmpty();
            });
        }
        assertThat(jaeger.named(system + "-page", "documentLoad"))
                .allSatisfy(span -> assertThat(span.attributes()).doesNotContainKey("user_agent.original"));
        assertThat(jaeger.named(system + "-page", "GET /api/orders")).allSatisfy(span -> {
            assertThat(span.attributes()).doesNotContainKey("jewelry.order.id");
            assertThat(span.attributes().get("url.full")).doesNotContain("?");
        });
    }

    private ServicePage open(String system) {
        return switch (system) {
            case "shop" -> stack.shop();
            case "crm" -> stack.crm();
            default -> stack.mes();
        };
    }

    @Test
    void aPageWorksAlthoughNobodyTakesItsSpans() {
        try (ShopPage shop = stack.shop()) {
            shop.page().route("**/telemetry/**", Route::abort);
            shop.page().reload();
            String order = shop.signIn("user-untold").order("brooch", MODEL);
            shop.awaitStatus(order, "PRICE_CALCULATED");
        }
    }
}
