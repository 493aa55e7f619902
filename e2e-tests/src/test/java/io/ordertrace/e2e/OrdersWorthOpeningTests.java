package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each order that {@code ./start} names says what is the matter with it, in its first line. */
@WithRunningStack
class OrdersWorthOpeningTests {

    private final RunningStack stack;

    OrdersWorthOpeningTests(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @CsvSource({"finished,done,Закрыт", "in_progress,in_progress,", "failed,failed,", "lost,lost,MES"})
    void theVerdictIsTheFirstThingOnThePage(String which, String kind, String word) {
        try (Visitor anna = stack.visitor("anna")) {
            JsonNode order = awaited(anna, which, kind);
            assertThat(order.at("/verdict/summary").asString()).isNotBlank();
            assertThat(order.at("/verdict/since").asString()).matches("\\d{4}-.*(Z|[+-]\\d\\d:\\d\\d)");

            anna.open("/orders/" + stack.order(which));
            String verdict = anna.page().getByTestId("verdict").innerText();
            assertThat(verdict).contains(word == null ? "" : word);
            assertThat(anna.text().indexOf(verdict.lines().findFirst().orElseThrow()))
                    .isLessThan(anna.text().length() / 2);
        }
    }

    @Test
    void theLostOrderNamesSenderQueueAndMessage() {
        try (Visitor anna = stack.visitor("anna")) {
            JsonNode order = awaited(anna, "lost", "lost");
            JsonNode lost = order.get("events")
                    .valueStream()
                    .filter(event -> event.get("kind").asString().equals("message"))
                    .filter(event -> event.at("/message/processedAt").isMissingNode())
                    .findFirst()
                    .orElseThrow();
            assertThat(lost.get("service").asString()).isEqualTo("crm-api");
            assertThat(lost.at("/message/routingKey").asString()).isEqualTo("order.approved");
            assertThat(lost.at("/message/id").asString()).isNotBlank();
            assertThat(lost.at("/message/publishedAt").asString()).isNotBlank();
        }
    }

    @Test
    void theSameOrderReadsAsWellInEnglish() {
        try (Visitor anna = stack.visitorReading("anna", "en-GB")) {
            anna.open("/orders/" + stack.order("finished"));
            assertThat(anna.page().getByTestId("verdict").innerText()).contains("Closed");
            assertThat(anna.text()).doesNotContainPattern("[А-Яа-я]{4,}");
        }
    }

    /** A message counts as lost only after the time within which the process wants it consumed. */
    private JsonNode awaited(Visitor visitor, String which, String verdict) {
        return Awaitility.await(which + " is " + verdict)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> json(visitor.asScript("/api/v1/orders/" + stack.order(which))
                                .text()),
                        order -> order.at("/verdict/kind").asString().equals(verdict));
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }
}
