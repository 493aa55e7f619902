package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.ordertrace.stack.demo.plan.Jewel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three pages can be used by everybody: narrow or wide, light or dark, by keyboard, through a screen reader. */
@WithRunningStack
class PagesReadableByEverybodyTests {

    private static final byte[] MODEL = new Jewel("ring", 9, 1.2, false).stl();

    private final RunningStack stack;

    PagesReadableByEverybodyTests(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource({"360,LIGHT", "360,DARK", "1440,LIGHT", "1440,DARK", "1920,LIGHT"})
    void axeFindsNothingAndNothingIsCutOff(int width, ColorScheme scheme) {
        String suffix = "-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
        try (ShopPage shop = stack.shop(window(width, scheme))) {
            assertReadable(shop, "shop-sign-in" + suffix);
            shop.signIn("user-readable");
            shop.choose("kolco.stl", "no model".getBytes(StandardCharsets.UTF_8));
            assertReadable(shop, "shop-wrong-file" + suffix);
            String cancelled = shop.order("brooch", MODEL);
            shop.cancel(cancelled);
            shop.order("pendant", MODEL);
            shop.fill("ring", 2, MODEL);
            assertReadable(shop, "shop" + suffix);
        }
        try (CrmPage crm = stack.crm(window(width, scheme)).signIn("seller-readable")) {
            crm.row(stack.order("finished"));
            assertReadable(crm, "crm" + suffix);
            crm.filter("PRICE_CALCULATED").page().getByTestId("reject").first().click();
            assertReadable(crm, "crm-question" + suffix);
        }
        try (MesPage mes = stack.mes(window(width, scheme)).signIn("op-readable")) {
            mes.page().getByTestId("card").first().waitFor();
            assertReadable(mes, "mes" + suffix);
        }
    }

    private static Browser.NewContextOptions window(int width, ColorScheme scheme) {
        return new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
    }

    private static void assertReadable(ServicePage page, String picture) {
        page.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots", picture + ".png"))
                        .setFullPage(true));
        assertThat(new AxeBuilder(page.page()).analyze().getViolations())
                .as(picture)
                .isEmpty();
        assertThat(page.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(picture + " fits the width")
                .isEqualTo(true);
    }

    @Test
    void theyAskNoOtherHostAndBreakNoContentSecurityPolicy() {
        try (ShopPage shop = stack.shop()) {
            List<String> complaints = complaints(shop, stack.service("shop-api"));
            shop.page().reload();
            shop.signIn("user-strict").order("ring", MODEL);
            assertThat(complaints).isEmpty();
        }
        try (CrmPage crm = stack.crm()) {
            List<String> complaints = complaints(crm, stack.service("crm-api"));
            crm.page().reload();
            crm.signIn("seller-strict").row(stack.order("finished"));
            assertThat(complaints).isEmpty();
        }
        try (MesPage mes = stack.mes()) {
            List<String> complaints = complaints(mes, stack.service("mes-api"));
            mes.page().reload();
            mes.signIn("op-strict").page().getByTestId("column").first().waitFor();
            assertThat(complaints).isEmpty();
        }
    }

    private static List<String> complaints(ServicePage page, String own) {
        List<String> complaints = new ArrayList<>();
        page.page().onRequest(request -> {
            if (!request.url().startsWith(own)) {
                complaints.add(request.url());
            }
        });
        page.page().onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.page().onPageError(complaints::add);
        return complaints;
    }

    @Test
    void theShopWorksWithoutAMouseAndInEnglish() {
        try (ShopPage shop = stack.shop(new Browser.NewContextOptions().setLocale("en-GB"))) {
            Page page = shop.page();
            page.getByTestId("person-id").focus();
            page.keyboard().type("anna@example.org");
            page.keyboard().press("Enter");
            assertThat(page.getByText("An id is made of Latin letters").isVisible())
                    .isTrue();
            page.keyboard().press("Control+A");
            page.keyboard().type("user-keys");
            page.keyboard().press("Enter");
            page.getByTestId("quantity").focus();
            page.keyboard().press("Control+A");
            page.keyboard().type("0");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Between 1 and 1000 pieces").isVisible()).isTrue();
            page.keyboard().press("Control+A");
            page.keyboard().type("3");
            shop.choose("ring.stl", MODEL);
            page.getByTestId("quantity").focus();
            page.keyboard().press("Enter");
            page.getByTestId("sent").waitFor();
            assertThat(page.getByTestId("sent").innerText()).contains("is sent");
        }
    }

    @Test
    void aModelStandsStillForWhoeverWantsNoMotion() {
        Browser.NewContextOptions calm = new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
        try (ShopPage shop = stack.shop(calm).signIn("user-calm").fill("ring", 1, MODEL)) {
            assertThat(shop.page().getByTestId("turn").innerText()).isEqualTo("Вращать");
        }
        try (ShopPage shop = stack.shop().signIn("user-calm").fill("ring", 1, MODEL)) {
            assertThat(shop.page().getByTestId("turn").innerText()).isEqualTo("Остановить");
        }
    }
}
