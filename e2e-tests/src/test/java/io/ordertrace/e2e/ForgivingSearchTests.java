package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is pasted into the search field, the right page comes and nothing of it is executed. */
@WithRunningStack
class ForgivingSearchTests {

    private static final String SCRIPT = "ORD-1<script>alert(document.domain)</script>";

    private final RunningStack stack;

    ForgivingSearchTests(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(strings = {"  %s  ", "\u00a0%s\u00a0", "№ %s", "№%s\t", "\u200b%s"})
    void opensTheOrderDespiteWhatCameWithThePaste(String pasted) {
        try (Visitor anna = stack.visitor("anna")) {
            anna.open("/orders?q=" + encoded(pasted.formatted(stack.order("finished"))));
            assertThat(anna.page().url()).endsWith("/orders/" + stack.order("finished"));
        }
    }

    @Test
    void saysWhereItLookedForAnUnknownOrder() {
        try (Visitor anna = stack.visitor("anna")) {
            Response page = anna.open("/orders/ORD-9999999");
            assertThat(page.status()).isEqualTo(404);
            assertThat(anna.text()).contains("ORD-9999999").contains("Jaeger");
            assertThat(anna.asScript("/api/v1/orders/ORD-9999999").status()).isEqualTo(404);
        }
    }

    @Test
    void runsNothingOfAnIdThatHoldsAScript() {
        try (Visitor anna = stack.visitor("anna")) {
            List<String> dialogs = new ArrayList<>();
            anna.page().onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            for (String path : List.of("/orders?q=" + encoded(SCRIPT), "/orders/" + encoded(SCRIPT))) {
                assertThat(anna.open(path).status()).isEqualTo(400);
                assertNoTraceOfTheInside(anna);
            }
            assertThat(dialogs).isEmpty();
        }
    }

    @Test
    void refusesAnIdOfTenThousandCharactersPlainly() {
        try (Visitor anna = stack.visitor("anna")) {
            String endless = "7".repeat(10_000);
            for (String path : List.of("/orders?q=" + endless, "/orders/" + endless)) {
                assertThat(anna.open(path).status()).isBetween(400, 431);
                assertNoTraceOfTheInside(anna);
            }
            assertThat(anna.asScript("/api/v1/orders/" + endless).status()).isBetween(400, 431);
        }
    }

    private static void assertNoTraceOfTheInside(Visitor visitor) {
        assertThat(visitor.text()).isNotBlank().doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(visitor.page().content()).doesNotContain("<script>alert");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
