package io.ordertrace.e2e;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.contract.ContractCheckCommand;
import io.ordertrace.e2e.recording.JaegerTraces;
import io.ordertrace.stack.StackOptions;
import io.ordertrace.stack.demo.recording.RecordedSpan;
import io.ordertrace.stack.demo.recording.Recording;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The week before the start: what a support person finds of it, and what is in its spans. */
@WithRunningStack
@TestInstance(Lifecycle.PER_CLASS)
class DemoTrafficTests {

    private static final String GENERATOR = "order-trace-demo-generator";
    private static final Duration WEEK_AND_TODAY = Duration.ofDays(8);
    private static final List<Pattern> PERSONAL = Stream.of(
                    "[\\p{L}\\p{N}._%+-]+(@|%40)[\\p{L}\\p{N}-]+\\.\\p{L}{2,}",
                    "(?<![\\w.-])(\\+|%2B)?[78][ (.-]{0,2}[3489]\\d{2}[ ).-]{0,2}\\d{3}[ .-]?\\d{2}[ .-]?\\d{2}(?![\\w-])",
                    "(?<![\\w.-])[3-6]\\d{3}([ -]?\\d{4}){3}(?![\\w-])",
                    "(?i)[?&;][a-z_]*(name|mail|phone|user|card)[a-z_]*=",
                    "(?i)(ring|signet|pendant|brooch|earrings|bracelet|chain-link)\\.stl")
            .map(Pattern::compile)
            .toList();

    private final RunningStack stack;
    private final Map<String, JsonNode> orders = new LinkedHashMap<>();

    DemoTrafficTests(RunningStack stack) {
        this.stack = stack;
        try (Visitor anna = stack.visitor("anna")) {
            for (int number = 1; number <= RunningStack.DEMO_ORDERS; number++) {
                for (String prefix : List.of("ORD-", "B2B-")) {
                    String id = prefix + (9_000_000 + number);
                    var answer = anna.asScript("/api/v1/orders/" + id);
                    if (answer.status() == 200) {
                        orders.put(id, new JsonMapper().readTree(answer.text()));
                    }
                }
            }
        }
    }

    @Test
    void everyOrderOfTheWeekIsFoundAndItsHistoryIsComplete() {
        assertThat(orders).hasSize(RunningStack.DEMO_ORDERS);
        assertThat(orders)
                .allSatisfy((id, order) -> assertThat(order.path("gaps").isEmpty())
                        .as("%s", order.path("gaps"))
                        .isTrue());
    }

    @Test
    void thereAreOrdersOfEveryVerdict() {
        Set<String> verdicts = orders.values().stream()
                .map(order -> order.at("/verdict/kind").asString())
                .collect(toSet());

        assertThat(verdicts).contains("in_progress", "done", "cancelled", "rejected", "late", "lost", "failed");
    }

    @Test
    void aFinishedOrderOfTheGeneratorLooksLikeOneOfTheServices() {
        JaegerTraces jaeger = stack.jaegerTraces();
        Set<String> real = shape(jaeger.of(stack.order("finished")));
        String generated = orders.entrySet().stream()
                .filter(order -> order.getKey().startsWith("ORD-"))
                .filter(order -> statuses(order.getValue())
                        .equals(List.of(
                                "CREATED",
                                "SUBMITTED",
                                "PRICE_CALCULATED",
                                "MANUFACTURING_APPROVED",
                                "MANUFACTURING_STARTED",
                                "MANUFACTURING_COMPLETED",
                                "PACKAGED",
                                "SHIPPED",
                                "CLOSED")))
                .filter(order -> kinds(order.getValue(), "failure").isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();

        assertThat(shape(jaeger.of(generated))).isEqualTo(real);
    }

    @Test
    void spansOfTheDemoHoldIdentifiersAndNothingElseOfAPerson() throws IOException {
        String list = Files.readString(StackOptions.enclosingProject().resolve("infra/collector/config.yaml"));
        Set<String> keys = new TreeSet<>();
        Set<String> suspicious = new TreeSet<>();
        stack.jaegerTraces()
                .forEach(
                        WEEK_AND_TODAY,
                        trace -> trace.forEach(spans -> {
                            keys.addAll(spans.findValuesAsString("key"));
                            Stream.of("stringValue", "name", "message", "traceState")
                                    .flatMap(field -> spans.findValuesAsString(field).stream())
                                    .filter(text -> PERSONAL.stream()
                                            .anyMatch(pattern ->
                                                    pattern.matcher(text).find()))
                                    .forEach(suspicious::add);
                        }));

        assertThat(suspicious).isEmpty();
        assertThat(keys)
                .contains("jewelry.order.id", "jewelry.origin")
                .filteredOn(key -> !key.startsWith("@jaeger@"))
                .allSatisfy(key -> assertThat(list).contains("      - " + key + "\n"));
    }

    @Test
    void theGeneratorKeepsTheContract(@TempDir Path folder) throws IOException {
        Path told = folder.resolve("generated.jsonl");
        for (Path tapped : stack.tapped()) {
            // A request is a line, and the generator's hold nobody else's spans.
            try (Stream<String> lines = Files.lines(tapped)) {
                Files.write(
                        told,
                        (Iterable<String>) lines.filter(line -> line.contains(GENERATOR))::iterator,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
        StringWriter printed = new StringWriter();
        int exitCode = ContractCheckCommand.commandLine()
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true))
                .execute(told.toString());

        assertThat(exitCode).as(printed.toString()).isZero();
        assertThat(printed.toString()).contains("shop-api", "crm-api", "mes-api", " 0 violations");
    }

    private static List<String> statuses(JsonNode order) {
        return kinds(order, "status_change").stream()
                .map(event -> event.path("status").asString())
                .toList();
    }

    private static List<JsonNode> kinds(JsonNode order, String kind) {
        return order.path("events")
                .valueStream()
                .filter(event -> event.path("kind").asString().equals(kind))
                .toList();
    }

    /** Service, name, kind and parent's name of each span. */
    private static Set<String> shape(Recording recording) {
        List<RecordedSpan> spans = recording.spans();
        return IntStream.range(0, spans.size())
                .mapToObj(spans::get)
                .filter(span -> !looksWhetherAConnectionLives(span))
                .map(span -> span.service() + " " + span.name() + " " + span.kind() + " under "
                        + (span.parent() < 0
                                ? "nothing"
                                : spans.get(span.parent()).name()))
                .collect(toCollection(TreeSet::new));
    }

    /** The pool does so now and then, whatever the order. */
    private static boolean looksWhetherAConnectionLives(RecordedSpan span) {
        return "".equals(span.attributes().get("db.statement"));
    }
}
