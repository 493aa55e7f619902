package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.e2e.JaegerSpans.Span;
import io.ordertrace.e2e.RunningStack.TroubleOn;
import io.ordertrace.stack.trouble.Trouble;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in somebody's browser, or between it and the API, is seen in the order's traces. */
@WithRunningStack
class PageTroubleTests {

    private static final String SHOP = "shop-page";
    private static final String CRM = "crm-page";
    private static final String MES = "mes-page";

    private final RunningStack stack;
    private final JaegerSpans jaeger;

    PageTroubleTests(RunningStack stack) {
        this.stack = stack;
        jaeger = stack.jaegerSpans();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, CRM, MES})
    void anErrorThatThePageDidNotCatch(String page) {
        try (PageStep step = PageStep.on(page, stack)) {
            String order = step.order();
            try (TroubleOn ignored = stack.trouble(trouble(page, "ERROR"))) {
                step.reload();
                step.complete(order);
            }
            Span error = jaeger.awaited(page, order, span -> span.name().equals("page.error"));
            assertThat(error.attributes())
                    .containsEntry("otel.status_code", "ERROR")
                    .containsEntry("exception.type", "Error")
                    .containsEntry("exception.message", "The page failed because it was told to")
                    .containsEntry("jewelry.origin", "browser");
            assertThat(error.attributes().get("exception.stacktrace")).contains("page-error.js");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, CRM, MES})
    void anApiThatIsNotAvailable(String page) {
        try (PageStep step = PageStep.on(page, stack)) {
            String order = step.order();
            try (TroubleOn ignored = stack.trouble(trouble(api(page), "UNAVAILABLE"))) {
                step.press(order);
                assertThat(step.page.failure()).isEqualTo("unavailable");
            }
            step.complete(order);
            assertThat(failedCall(step, page, order))
                    .containsEntry("jewelry.failure.class", "unavailable")
                    .containsEntry("jewelry.failure.dependency", api(page))
                    .containsEntry("error.type", "TypeError")
                    .doesNotContainKey("http.response.status_code");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, CRM, MES})
    void anApiThatAnswersSlowly(String page) {
        try (PageStep step = PageStep.on(page, stack)) {
            Duration usual = usualDuration(page, step);
            String order = step.order();
            try (TroubleOn ignored = stack.trouble(trouble(api(page), "SLOW"))) {
                step.complete(order);
            }
            Span slow = jaeger.awaited(page, order, span -> span.name().equals(step.call()));
            assertThat(slow.attributes()).doesNotContainKey("jewelry.failure.class");
            assertThat((double) slow.duration().toMillis() / usual.toMillis())
                    .as("took %s, usually %s", slow.duration(), usual)
                    .isGreaterThan(2);
        }
    }

    /** The middle one of those that Jaeger knows, three of them made now. */
    private Duration usualDuration(String page, PageStep step) {
        String last = "";
        for (int i = 0; i < 3; i++) {
            last = step.order();
            step.complete(last);
        }
        jaeger.awaited(page, last, span -> span.name().equals(step.call()));
        List<Duration> durations = jaeger.named(page, step.call()).stream()
                .filter(span -> "200".equals(span.attributes().get("http.response.status_code")))
                .map(Span::duration)
                .sorted()
                .toList();
        return durations.get(durations.size() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, CRM, MES})
    void anApiThatAnswersWithAnError(String page) {
        try (PageStep step = PageStep.on(page, stack)) {
            String order = step.order();
            try (TroubleOn ignored = stack.trouble(trouble(api(page), "ERROR"))) {
                step.press(order);
                assertThat(step.page.failure()).isEqualTo("500");
            }
            step.complete(order);
            assertThat(failedCall(step, page, order))
                    .containsEntry("http.response.status_code", "500")
                    .containsEntry("error.type", "500")
                    .containsEntry("jewelry.failure.class", "error")
                    .containsEntry("jewelry.failure.dependency", api(page));
        }
    }

    private Map<String, String> failedCall(PageStep step, String page, String order) {
        Span call = jaeger.awaited(
                page,
                order,
                span -> span.name().equals(step.call()) && span.attributes().containsKey("jewelry.failure.class"));
        assertThat(call.attributes())
                .containsEntry("otel.status_code", "ERROR")
                .containsEntry("jewelry.origin", "browser");
        return call.attributes();
    }

    private static String api(String page) {
        return page.replace("-page", "-api");
    }

    private static Trouble trouble(String system, String kind) {
        return Trouble.valueOf((system + "-" + kind).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
