package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a span holds is text, whatever it looks like. */
@WithRunningStack
class HostileSpanTests {

    private static final String MARKUP = "<img src=x onerror=\"document.title='owned'\">";
    private static final String ESCAPE = "\u001b]0;owned\u0007\u001b[31mred";

    private final RunningStack stack;

    HostileSpanTests(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void showsMarkupAndTerminalEscapesOfASpanAsText() throws Exception {
        stack.spans().statusChange("HOSTILE-1", "CREATED", Map.of("user.id", MARKUP));
        stack.spans().statusChange("HOSTILE-1", "SUBMITTED", Map.of("user.id", ESCAPE));
        stack.spans().failedAttempt("HOSTILE-1", "PRICE_CALCULATED", MARKUP + ESCAPE);
        try (Visitor boris = stack.visitor("boris")) {
            List<String> requests = new ArrayList<>();
            boris.page().onRequest(request -> requests.add(request.url()));
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                int status = boris.open("/orders/HOSTILE-1").status();
                return status == 200
                        && boris.steps().count() == 2
                        && boris.page().content().contains("IllegalStateException");
            });
            assertThat(boris.page().content()).contains("&lt;img src=x");
            assertThat(boris.page().locator("img[src=x]").count()).isZero();
            assertThat(boris.page().title()).doesNotContain("owned");
            assertThat(boris.page().content()).doesNotContain("\u001b").doesNotContain("\u0007");
            assertThat(requests).noneMatch(url -> url.endsWith("/x"));
        }
    }
}
