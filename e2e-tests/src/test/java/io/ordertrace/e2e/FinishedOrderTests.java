package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Support opens a finished order and reads what happened to it, and by whom. */
@WithRunningStack
class FinishedOrderTests {

    private static final List<String> STATUSES = List.of(
            "CREATED",
            "SUBMITTED",
            "PRICE_CALCULATED",
            "MANUFACTURING_APPROVED",
            "MANUFACTURING_STARTED",
            "MANUFACTURING_COMPLETED",
            "PACKAGED",
            "SHIPPED",
            "CLOSED");

    private final RunningStack stack;

    FinishedOrderTests(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void findsTheOrderByItsNumberAndReadsNineStatusesInOrder() {
        try (Visitor anna = stack.visitor("anna")) {
            anna.page()
                    .getByRole(AriaRole.SEARCHBOX)
                    .fill("\u00a0№ " + stack.order("finished").toLowerCase() + " ");
            anna.page().keyboard().press("Enter");
            anna.page().waitForURL("**/orders/" + stack.order("finished"));

            Locator steps = anna.steps();
            assertThat(steps.all())
                    .extracting(step -> step.getAttribute("data-status"))
                    .isEqualTo(STATUSES);
            assertThat(steps.all()).allSatisfy(FinishedOrderTests::saysWhoWhereAndWhen);
            assertThat(times(steps)).isSorted();
        }
    }

    private static void saysWhoWhereAndWhen(Locator step) {
        assertThat(step.getByTestId("step-who").innerText()).matches("(?s).+(Shop|CRM|MES) API.*");
        assertThat(OffsetDateTime.parse(step.locator("time").first().getAttribute("datetime")))
                .isBefore(OffsetDateTime.now());
        assertThat(step.getByTestId("step-time").innerText()).contains("МСК").contains("назад");
    }

    private static List<OffsetDateTime> times(Locator steps) {
        return steps.all().stream()
                .map(step -> OffsetDateTime.parse(step.locator("time").first().getAttribute("datetime")))
                .toList();
    }

    @Test
    void namesTheCustomerTheSellerAndTheOperator() {
        try (Visitor anna = stack.visitor("anna")) {
            anna.open("/orders/" + stack.order("finished"));
            assertThat(anna.page().getByTestId("step-who").allInnerTexts())
                    .anyMatch(text -> text.matches("(?s).*покупатель\\s+\\S+.*"))
                    .anyMatch(text -> text.matches("(?s).*продавец\\s+\\S+.*"))
                    .anyMatch(text -> text.matches("(?s).*оператор\\s+\\S+.*"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "boris"})
    void everyStepsTraceLinkOpensJaeger(String user) {
        try (Visitor visitor = stack.visitor(user)) {
            visitor.open("/orders/" + stack.order("finished"));
            Locator steps = visitor.steps();
            assertThat(steps.count()).isEqualTo(9);
            List<String> links = steps.all().stream()
                    .map(step -> step.getByTestId("trace-link").first().getAttribute("href"))
                    .toList();
            for (String link : links) {
                assertThat(link).matches("/jaeger/trace/[0-9a-f]{32}.*");
                assertThat(visitor.open(link).status()).isEqualTo(200);
                assertThat(visitor.page().content()).contains("Jaeger");
                String trace = link.replaceFirst("/jaeger/trace/([0-9a-f]{32}).*", "/jaeger/api/traces/$1");
                assertThat(visitor.asScript(trace).text()).contains("order.status_change", stack.order("finished"));
            }
        }
    }
}
