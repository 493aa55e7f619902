package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** While Jaeger is down the page says so within its deadline; when it is back, the next request works. */
@WithRunningStack
class JaegerDownTests {

    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private final RunningStack stack;

    JaegerDownTests(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void saysThatJaegerCannotBeReachedAndRecoversWithTheNextRequest() throws Exception {
        String order = "/orders/" + stack.order("finished");
        try (Visitor anna = stack.visitor("anna")) {
            assertThat(anna.open(order).status()).isEqualTo(200);
            stack.stopJaeger();
            try {
                saysSoInTime(anna, order);
            } finally {
                stack.startJaeger();
            }
            assertThat(anna.open(order).status()).isEqualTo(200);
            assertThat(anna.steps().count()).isEqualTo(9);
        }
    }

    private static void saysSoInTime(Visitor anna, String order) {
        long asked = System.nanoTime();
        assertThat(anna.asPage(order).status()).isEqualTo(503);
        Duration answered = Duration.ofNanos(System.nanoTime() - asked);
        assertThat(anna.open(order).status()).isEqualTo(503);
        assertThat(anna.text()).contains("Jaeger не отвечает").doesNotContain("Exception");
        assertThat(answered).isLessThan(DEADLINE);

        APIResponse json = anna.asScript("/api/v1" + order);
        assertThat(json.status()).isEqualTo(503);
        assertThat(json.headers().get("content-type")).startsWith("application/problem+json");

        assertThat(anna.open("/jaeger/").status()).isIn(502, 503);
        assertThat(anna.text()).contains("Jaeger").doesNotContain("Exception");
    }
}
