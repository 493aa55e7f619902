package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Pages that support sees, by the names of their pictures. */
    private Map<String, String> pages() {
        return Map.of(
                "search", "/",
                "search-refused", "/orders?q=%3Cbad%3E",
                "order-finished", "/orders/" + stack.order("finished"),
                "order-in-progress", "/orders/" + stack.order("in_progress"),
                "order-failed", "/orders/" + stack.order("failed"),
                "order-lost", "/orders/" + stack.order("lost"),
                "order-unknown", "/orders/ORD-9999999");
    }

    @ParameterizedTest
    @CsvSource({"360,LIGHT", "360,DARK", "1440,LIGHT", "1440,DARK", "1920,LIGHT"})
    void axeFindsNothingAndNothingIsCutOff(int width, ColorScheme scheme) {
        try (Visitor anna = stack.visitor("anna", window(width, scheme))) {
            pages().forEach((name, path) -> assertReadable(anna, path, picture(name, "anna", width, scheme)));
        }
        try (Visitor boris = stack.visitor("boris", window(width, scheme))) {
            boris.open("/orders/" + stack.order("failed"));
            boris.page().getByTestId("attempts").locator("summary").click();
            assertReadable(boris, picture("order-failed", "boris", width, scheme));
        }
        try (Visitor vera = stack.visitor("vera", window(width, scheme))) {
            assertReadable(vera, "/access", picture("access", "vera", width, scheme));
        }
        try (Visitor gleb = stack.visitor("gleb", window(width, scheme))) {
            assertReadable(gleb, "/", picture("no-access", "gleb", width, scheme));
        }
    }

    private static Browser.NewContextOptions window(int width, ColorScheme scheme) {
        return new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
    }

    /** The pictures are for people to look at; those of the documents are taken from here. */
    private static Path picture(String page, String user, int width, ColorScheme scheme) {
        return Path.of("target/screenshots")
                .resolve("%s-%s-%d-%s.png"
                        .formatted(page, user, width, scheme.name().toLowerCase(Locale.ROOT)));
    }

    private static void assertReadable(Visitor visitor, String path, Path picture) {
        assertThat(visitor.open(path).status()).as(path).isLessThan(500);
        assertReadable(visitor, picture);
    }

    private static void assertReadable(Visitor visitor, Path picture) {
        visitor.page().screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
        assertThat(new AxeBuilder(visitor.page()).analyze().getViolations())
                .as(picture.toString())
                .isEmpty();
        assertThat(visitor.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(picture + " fits the width")
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
            for (String path : pages().values()) {
                String policy = anna.open(path).headerValue("content-security-policy");
                assertThat(policy).contains("default-src").doesNotContain("unsafe-");
            }
            assertThat(foreign).isEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    @Test
    void worksWithoutScripts() {
        try (Visitor anna = stack.visitor("anna", new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            anna.page().locator("input[name=q]").fill(stack.order("finished"));
            anna.page().locator("input[name=q]").press("Enter");
            anna.page().waitForURL("**/orders/" + stack.order("finished"));
            assertThat(anna.steps().count()).isEqualTo(9);
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
