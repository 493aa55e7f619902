package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Response;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever may not look sees nothing, and is told so plainly. */
@WithRunningStack
class ClosedDoorsTests {

    private final RunningStack stack;

    ClosedDoorsTests(RunningStack stack) {
        this.stack = stack;
    }

    static Stream<String> paths() {
        return Stream.of(
                "/",
                "/orders?q=ORD",
                "/orders/ORD-0000001",
                "/api/v1/orders/ORD-0000001",
                "/traces/4bf92f3577b34da6a3ce929d0e0e4736",
                "/access",
                "/jaeger/",
                "/jaeger/trace/4bf92f3577b34da6a3ce929d0e0e4736",
                "/jaeger/api/services",
                "/jaeger/api/v3/services",
                "/actuator/health",
                "/not-a-page");
    }

    @ParameterizedTest
    @MethodSource("paths")
    void somebodyWithoutARoleIsToldThatTheyHaveNoAccess(String path) {
        try (Visitor gleb = stack.visitor("gleb")) {
            assertThat(gleb.asScript(path).status()).isEqualTo(403);
            Response page = gleb.open(path);
            assertThat(page.status()).isEqualTo(403);
            if (!isForScripts(path)) {
                assertThat(gleb.text()).contains("Нет доступа").doesNotContain("Exception");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void withoutASessionAPageLeadsToSignInAndAScriptGets401(String path) {
        try (Visitor stranger = stack.stranger()) {
            APIResponse script = stranger.asScript(path);
            assertThat(script.status()).isEqualTo(401);
            assertThat(script.headers()).doesNotContainKey("location");
            if (isForScripts(path)) {
                assertThat(stranger.asPage(path).status()).isEqualTo(401);
                return;
            }
            APIResponse page = stranger.asPage(path);
            assertThat(page.status()).isEqualTo(302);
            stranger.open(path);
            assertThat(stranger.page().url()).startsWith(stack.keycloak());
        }
    }

    private static boolean isForScripts(String path) {
        return path.startsWith("/api/") || path.startsWith("/jaeger/api/");
    }

    @Test
    void afterSignInTheAskedPageIsOpened() {
        try (Visitor anna = stack.stranger()) {
            anna.open("/orders/" + stack.order("finished"));
            anna.fillSignIn("anna", stack.password("anna"));
            anna.page().waitForURL("**/orders/" + stack.order("finished") + "**");
        }
    }

    @Test
    void signingOutEndsTheSessionAtTheProviderToo() {
        try (Visitor anna = stack.visitor("anna")) {
            anna.page().getByTestId("sign-out").click();
            anna.page().waitForURL(url -> !url.startsWith(stack.portal()));
            assertThat(anna.asScript("/").status()).isEqualTo(401);
            anna.open("/");
            assertThat(anna.page().url()).startsWith(stack.keycloak());
            assertThat(anna.page().locator("#username").isVisible()).isTrue();
        }
    }
}
