package io.ordertrace.stack.demo.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.ordertrace.stack.demo.history.CollectingServer.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTests {

    private static final Instant NOW = Instant.parse("2026-03-13T09:30:00.123456789Z");
    private static final int ORDERS = 300;
    private static final long SEED = 1;

    private static List<Told> week = List.of();

    @TempDir
    private Path data;

    @BeforeAll
    static void tellAWeek(@TempDir Path data) throws Exception {
        try (CollectingServer collector = new CollectingServer();
                Generator generator = generator(collector, data)) {
            assertThat(generator.tellUntil(NOW)).isEqualTo(collector.told().size());
            week = collector.told();
        }
    }

    @Test
    void everySpanSaysThatAGeneratorMadeIt() {
        assertThat(week).hasSizeGreaterThan(10_000).allSatisfy(told -> {
            assertThat(told.attributes()).containsEntry("jewelry.origin", "generator");
            assertThat(told.resource())
                    .containsEntry("telemetry.sdk.name", "order-trace-demo-generator")
                    .containsEntry("service.instance.id", "order-trace-demo-generator");
        });
    }

    @Test
    void statusChangesTellTheTimeOfTheirSpan() {
        assertThat(committed()).hasSizeGreaterThan(1_000).allSatisfy(told -> {
            Instant changedAt = changedAt(told);
            assertThat(changedAt).isBetween(time(told.span().getStartTimeUnixNano()), end(told));
            assertThat(Duration.between(changedAt, end(told))).isLessThan(Duration.ofMillis(500));
        });
    }

    @Test
    void nothingIsToldThatHasNotHappenedYetOrIsOlderThanTheWeek() {
        assertThat(week).allSatisfy(told -> {
            assertThat(end(told)).isBeforeOrEqualTo(NOW);
            assertThat(time(told.span().getStartTimeUnixNano())).isAfter(NOW.minus(Duration.ofDays(7)));
        });
    }

    @Test
    void everySpanCarriesItsOrder() {
        assertThat(week).allMatch(told -> told.order().matches("(ORD|B2B)-9\\d{6}"));
    }

    @Test
    void anOrdersChangesFollowEachOther() {
        Map<String, List<Told>> orders = committed().stream().collect(groupingBy(Told::order));

        assertThat(orders).hasSizeGreaterThan(280);
        orders.forEach((order, changes) -> {
            List<Told> sorted = new ArrayList<>(changes);
            sorted.sort(Comparator.comparing(GeneratorTests::changedAt));
            for (int i = 1; i < sorted.size(); i++) {
                assertThat(sorted.get(i).attributes())
                        .as(order)
                        .containsEntry(
                                "jewelry.order.status.previous",
                                Objects.requireNonNull(
                                        sorted.get(i - 1).attributes().get("jewelry.order.status")));
            }
        });
    }

    @Test
    void everyParentIsThereAndIdsAreUnique() {
        Map<Object, Told> byId = week.stream().collect(toMap(told -> told.span().getSpanId(), told -> told));

        assertThat(byId).hasSameSizeAs(week);
        for (Told told : week) {
            if (!told.span().getParentSpanId().isEmpty()) {
                Told parent = Objects.requireNonNull(byId.get(told.span().getParentSpanId()));
                assertThat(parent.span().getTraceId()).isEqualTo(told.span().getTraceId());
                assertThat(told.span().getStartTimeUnixNano())
                        .isGreaterThanOrEqualTo(parent.span().getStartTimeUnixNano());
            }
        }
    }

    @Test
    void noGapIsLeft() {
        assertThat(week)
                .allSatisfy(told -> assertThat(told.span().toString()).doesNotContain("‹", "›", "\\342\\200\\271"));
    }

    @Test
    void whatFallsDueLaterIsToldLaterAndNothingTwice() throws Exception {
        try (CollectingServer collector = new CollectingServer()) {
            try (Generator generator = generator(collector, data)) {
                generator.tellUntil(NOW);
                assertThat(generator.tellUntil(NOW)).isZero();
            }
            Instant later = NOW.plus(Duration.ofDays(2));
            try (Generator afterRestart =
                    new Generator(collector.address(), CollectingServer.TOKEN, data.resolve("told"), 99, 5, later)) {
                assertThat(afterRestart.tellUntil(later)).isPositive();
            }
            List<Told> told = collector.told();
            assertThat(told.stream().map(each -> each.span().getSpanId())).doesNotHaveDuplicates();
            assertThat(told)
                    .hasSizeGreaterThan(week.size())
                    .allMatch(each -> !end(each).isAfter(later));
        }
    }

    @Test
    void aBusyCollectorIsAskedAgain() throws Exception {
        try (CollectingServer collector = new CollectingServer(429, 503);
                Generator generator = generator(collector, data)) {
            generator.tellUntil(NOW);

            assertThat(spans(collector.told())).isEqualTo(spans(week));
        }
    }

    @Test
    void whatARefusingCollectorHasNotTakenIsToldNextTime() throws Exception {
        try (CollectingServer collector = new CollectingServer(200, 200, 400);
                Generator generator = generator(collector, data)) {
            assertThatThrownBy(() -> generator.tellUntil(NOW)).hasMessageContaining("400");
            generator.tellUntil(NOW);

            List<Span> distinct = spans(collector.told()).stream().distinct().toList();
            assertThat(distinct).containsExactlyInAnyOrderElementsOf(spans(week));
        }
    }

    private static Generator generator(CollectingServer collector, Path data) throws Exception {
        return new Generator(collector.address(), CollectingServer.TOKEN, data.resolve("told"), SEED, ORDERS, NOW);
    }

    private static List<Span> spans(List<Told> told) {
        return told.stream().map(Told::span).toList();
    }

    private static List<Told> committed() {
        return week.stream()
                .filter(told -> told.span().getName().equals("order.status_change"))
                .filter(told -> told.span().getStatus().getCode() != StatusCode.STATUS_CODE_ERROR)
                .toList();
    }

    private static Instant changedAt(Told told) {
        return Instant.parse(String.valueOf(told.attributes().get("jewelry.order.status.changed_at")));
    }

    private static Instant end(Told told) {
        return time(told.span().getEndTimeUnixNano());
    }

    private static Instant time(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }
}
