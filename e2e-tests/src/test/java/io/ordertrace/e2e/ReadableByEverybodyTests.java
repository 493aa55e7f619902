package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages can be read by everybody: narrow or wide, light or dark, by keyboard, without scripts, through a screen reader. */
@WithRunningStack
class ReadableByEverybodyTests {

    private final RunningStack stack;

    ReadableByEverybodyTests(RunningStack stack) {
        this.stack = stack;
    }

    private List<String> pages() {
        return List.of(
                "/",
                "/orders?q=%3Cbad%3E",
                "/orders/" + stack.order("finished"),
                "/orders/" + stack.order("failed"),
                "/orders/" + stack.order("lost"),
                "/orders/ORD-9999999");
    }

    @ParameterizedTest
    @CsvSource({"360,LIGHT", "360,DARK", "1920,LIGHT", "1920,DARK"})
    void axeFindsNothingAndNothingIsCutOff(int width, ColorScheme scheme) {
        Browser.NewContextOptions window =
                new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(scheme);
        try (Visitor anna = stack.visitor("anna", window)) {
            pages().forEach(path -> assertReadable(anna, path));
        }
        try (Visitor vera = stack.visitor("vera", window)) {
            assertReadable(vera, "/access");
        }
        try (Visitor gleb = stack.visitor("gleb", window)) {
            assertReadable(gleb, "/");
        }
    }

    private static void assertReadable(Visitor visitor, String path) {
        visitor.open(path);
        assertThat(new AxeBuilder(visitor.page()).analyze().getViolations())
                .as(path)
                .isEmpty();
        assertThat(visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(path + " scrolls sideways")
                .isEqualTo(true);
    }

    @Test
    void asksNoOtherHostAndBreaksNoContentSecurityPolicy() {
        try (Visitor anna = stack.visitor("anna")) {
            List<String> foreign = new ArrayList<>();
            List<String> complaints = new ArrayList<>();
            anna.page().onRequest(request -> {
                if (!request.url().startsWith(stack.portal())) {
                    foreign.add(request.url());
                }
            });
            anna.page().onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                    complaints.add(message.text());
                }
            });
            for (String path : pages()) {
                String policy = anna.open(path).headerValue("content-security-policy");
                assertThat(policy).contains("default-src").doesNotContain("unsafe-");
            }
            assertThat(foreign).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void worksWithoutScripts() {
        try (Visitor anna =
                stack.visitor("anna", new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            anna.page().locator("input[name=q]").fill(stack.order("finished"));
            anna.page().locator("input[name=q]").press("Enter");
            anna.page().waitForURL("**/orders/" + stack.order("finished"));
            assertThat(anna.page().getByTestId("status-change").count()).isEqualTo(9);
        }
    }

    @Test
    void worksWithoutAMouse() {
        try (Visitor anna = stack.visitor("anna")) {
            anna.open("/orders/" + stack.order("lost"));
            anna.page().keyboard().press("/");
            anna.page().waitForFunction("document.activeElement.name === 'q'");
            anna.page().keyboard().type(stack.order("finished"));
            anna.page().keyboard().press("Enter");
            anna.page().waitForURL("**/orders/" + stack.order("finished"));
        }
    }
}
