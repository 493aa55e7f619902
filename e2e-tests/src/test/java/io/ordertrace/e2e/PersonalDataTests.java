package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.APIResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An e-mail and a phone number that strayed into a request are in neither Jaeger nor the portal. */
@WithRunningStack
class PersonalDataTests {

    private static final String EMAIL = "ivan.petrov@example.com";
    private static final String PHONE = "+79161234567";
    private static final String PHONE_DIGITS = "9161234567";

    private final RunningStack stack;

    PersonalDataTests(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void aRequestsQueryStringLeavesNoPersonalData() throws Exception {
        String traceId = "5af1ed" + Long.toHexString(System.nanoTime() | 1L << 60) + "0123456789";
        String order = placeOrder(traceId);
        assertJaegerHoldsTheTraceWithoutPersonalData(traceId, order);
        try (Visitor boris = stack.visitor("boris")) {
            assertThat(boris.open("/orders/" + order).status()).isEqualTo(200);
            assertClean(boris.page().content());
            assertClean(boris.asScript("/api/v1/orders/" + order).text());
        }
    }

    /** Places an order at the real Shop API with a query string that does not belong there. */
    private String placeOrder(String traceId) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(stack.service("shop-api") + "/api/orders?email=" + EMAIL + "&phone=%2B79161234567"))
                .header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01")
                .header("X-User-Id", "user-42")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"item\":\"ring\",\"quantity\":1}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(201);
            return new JsonMapper().readTree(response.body()).get("orderId").asString();
        }
    }

    @Test
    void anExceptionsMessageLeavesNoPersonalData() throws Exception {
        String traceId =
                stack.spans().failedAttempt("PRIVATE-1", "SUBMITTED", "no customer " + EMAIL + " with phone " + PHONE);
        assertJaegerHoldsTheTraceWithoutPersonalData(traceId, "no customer");
        try (Visitor boris = stack.visitor("boris")) {
            assertThat(boris.open("/orders/PRIVATE-1").status()).isEqualTo(200);
            assertClean(boris.page().content());
            assertClean(boris.asScript("/api/v1/orders/PRIVATE-1").text());
        }
    }

    private void assertJaegerHoldsTheTraceWithoutPersonalData(String traceId, String known) {
        try (Visitor boris = stack.visitor("boris")) {
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                APIResponse trace = boris.asScript("/jaeger/api/v3/traces/" + traceId);
                assertThat(trace.status()).isEqualTo(200);
                assertThat(trace.text()).contains(known);
            });
            assertClean(boris.asScript("/jaeger/api/v3/traces/" + traceId).text());
            assertClean(boris.asScript("/jaeger/api/traces/" + traceId).text());
        }
    }

    private static void assertClean(String text) {
        assertThat(text).doesNotContain(EMAIL).doesNotContain("ivan.petrov").doesNotContain(PHONE_DIGITS);
    }
}
