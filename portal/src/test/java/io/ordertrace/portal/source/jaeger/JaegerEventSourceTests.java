package io.ordertrace.portal.source.jaeger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Status;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.TracesData;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.FoundEvents;
import io.ordertrace.portal.source.Gap;
import io.ordertrace.portal.source.Otlp;
import io.ordertrace.portal.source.SourceUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JaegerEventSourceTests {

    private static final OrderId ORDER = new OrderId("ORD-0000001");
    private static final Instant T = Instant.parse("2026-11-18T09:00:00Z");
    private static final Duration DEADLINE = Duration.ofMillis(600);

    private FakeJaeger jaeger;

    // The deadlines below are too short for a virtual machine that has yet to load gRPC.
    @BeforeAll
    static void loadGrpc() throws IOException {
        try (FakeJaeger warm = new FakeJaeger()) {
            warm.answers(
                    "shop-api",
                    FakeJaeger.breakingOffAfter(
                            Otlp.change("ORD-0000001", "shop-api", "CREATED", T).data()));
            assertThat(warm.source().find(ORDER, Duration.ofSeconds(30)).events())
                    .hasSize(1);
        }
    }

    @BeforeEach
    void start() throws IOException {
        jaeger = new FakeJaeger();
    }

    @AfterEach
    void stop() {
        jaeger.close();
    }

    @Test
    void asksNoPageSoThatAFloodOfForgedSpansHidesNothing() {
        Otlp[] flood = IntStream.range(0, FakeJaeger.SEARCH_DEPTH)
                .mapToObj(i -> Otlp.change("ORD-0000001", "shop-page", "CLOSED", T))
                .toArray(Otlp[]::new);
        Otlp[] marked = IntStream.range(0, FakeJaeger.SEARCH_DEPTH)
                .mapToObj(i -> Otlp.trace())
                .toArray(Otlp[]::new);
        for (Otlp trace : marked) {
            trace.span("another-page", "order.status_change", SpanKind.SPAN_KIND_INTERNAL)
                    .at(T, Duration.ofMillis(5))
                    .with("jewelry.order.id", "ORD-0000001", "jewelry.order.status", "CLOSED")
                    .with("jewelry.origin", "browser");
        }
        jaeger.answers("shop-page", data(flood))
                .answers("another-page", data(marked))
                .answers("shop-api", data(Otlp.change("ORD-0000001", "shop-api", "CREATED", T)));

        FoundEvents found = find();

        assertThat(found.events()).hasSize(1);
        assertThat(found.gaps()).isEmpty();
        assertThat(jaeger.queries)
                .extracting(query -> query.getServiceName())
                .containsExactlyInAnyOrder("another-page", "shop-api");
    }

    @Test
    void asksEveryServiceWithAttributeDepthTimesAndCredential() {
        jaeger.answers("shop-api", List.of()).answers("mes-api", List.of());

        assertThat(find()).isEqualTo(new FoundEvents(List.of(), List.of()));

        assertThat(jaeger.queries)
                .extracting(query -> query.getServiceName())
                .containsExactlyInAnyOrder("shop-api", "mes-api");
        assertThat(jaeger.queries).allSatisfy(query -> {
            assertThat(query.getAttributesMap()).containsOnly(Map.entry("jewelry.order.id", "ORD-0000001"));
            assertThat(query.getSearchDepth()).isEqualTo(FakeJaeger.SEARCH_DEPTH);
            assertThat(query.getRawTraces()).isTrue();
            long now = Instant.now().getEpochSecond();
            assertThat(query.getStartTimeMin().getSeconds())
                    .isBetween(
                            now - Duration.ofDays(3).toSeconds() - 60,
                            now - Duration.ofDays(3).toSeconds());
            assertThat(query.getStartTimeMax().getSeconds()).isGreaterThan(now);
        });
        assertThat(jaeger.credentials).hasSize(3).containsOnly("Basic cmVhZGVyOnNlY3JldA==");
    }

    @Test
    void joinsOneTraceFromSeveralServicesAndChunks() {
        Otlp trace = Otlp.change("ORD-0000001", "shop-api", "SUBMITTED", T);
        trace.span("mes-api", "order.status_change", SpanKind.SPAN_KIND_INTERNAL)
                .at(T.plusSeconds(3), Duration.ofMillis(5))
                .with("jewelry.order.id", "ORD-0000001", "jewelry.order.status", "PRICE_CALCULATED");
        jaeger.answers("shop-api", trace.chunks()).answers("mes-api", List.of(trace.data()));

        FoundEvents found = find();

        assertThat(found.gaps()).isEmpty();
        assertThat(statuses(found)).containsExactly("SUBMITTED", "PRICE_CALCULATED");
    }

    @Test
    void dropsSpansOfOtherOrdersThatWereNotAskedFor() {
        jaeger.answers(
                "shop-api",
                List.of(
                        Otlp.change("ORD-0000002", "shop-api", "CREATED", T).data(),
                        Otlp.change("ORD-00000010", "shop-api", "CREATED", T).data(),
                        Otlp.change("ord-0000001", "shop-api", "CREATED", T).data()));
        assertThat(find().events()).isEmpty();
    }

    @Test
    void aFullPageMeansPerhapsMore() {
        List<TracesData> page = IntStream.range(0, FakeJaeger.SEARCH_DEPTH)
                .mapToObj(i -> Otlp.change("ORD-0000001", "mes-api", "MANUFACTURING_STARTED", T.plusSeconds(i)))
                .map(Otlp::data)
                .toList();
        jaeger.answers("mes-api", page).answers("shop-api", page.subList(0, FakeJaeger.SEARCH_DEPTH - 1));

        FoundEvents found = find();

        assertThat(found.events()).hasSize(FakeJaeger.SEARCH_DEPTH);
        assertThat(found.gaps()).containsExactly(new Gap(source(), Gap.Reason.LIMIT_REACHED, List.of("mes-api")));
    }

    @Test
    void givesUpAtTheDeadlineWhenJaegerHangs() {
        jaeger.answersServices(FakeJaeger.hanging());
        Instant before = Instant.now();

        assertThatExceptionOfType(SourceUnavailable.class)
                .isThrownBy(this::find)
                .satisfies(unavailable -> {
                    assertThat(unavailable.reason()).isEqualTo(SourceUnavailable.Reason.DEADLINE);
                    assertThat(unavailable.operation()).isEqualTo("GetServices");
                    assertThat(unavailable.deadline()).isEqualTo(DEADLINE);
                });

        assertThat(Duration.between(before, Instant.now()))
                .isBetween(DEADLINE.minusMillis(50), DEADLINE.multipliedBy(2));
    }

    @Test
    void allSearchesShareOneDeadline() {
        List.of("a", "b", "c", "d", "e").forEach(service -> jaeger.answers(service, FakeJaeger.hanging()));
        Instant before = Instant.now();

        assertThatExceptionOfType(SourceUnavailable.class)
                .isThrownBy(this::find)
                .satisfies(unavailable -> assertThat(unavailable.operation()).startsWith("FindTraces "));

        assertThat(Duration.between(before, Instant.now())).isLessThan(DEADLINE.multipliedBy(2));
    }

    @Test
    void oneServiceThatHangsLeavesTheOthersAndAGap() {
        jaeger.answers(
                        "shop-api",
                        List.of(Otlp.change("ORD-0000001", "shop-api", "CREATED", T)
                                .data()))
                .answers("mes-api", FakeJaeger.hanging());

        FoundEvents found = find();

        assertThat(statuses(found)).containsExactly("CREATED");
        assertThat(found.gaps()).containsExactly(new Gap(source(), Gap.Reason.UNAVAILABLE, List.of("mes-api")));
    }

    @Test
    void keepsWhatCameBeforeTheStreamBrokeOff() {
        jaeger.answers(
                "mes-api",
                FakeJaeger.breakingOffAfter(
                        Otlp.change("ORD-0000001", "mes-api", "SHIPPED", T).data()));

        FoundEvents found = find();

        assertThat(statuses(found)).containsExactly("SHIPPED");
        assertThat(found.gaps()).containsExactly(new Gap(source(), Gap.Reason.UNAVAILABLE, List.of("mes-api")));
    }

    @Test
    void nothingFoundWhileOneServiceBrokeOffIsNotAnEmptyAnswer() {
        jaeger.answers("mes-api", FakeJaeger.breakingOffAfter()).answers("shop-api", List.of());
        assertThatExceptionOfType(SourceUnavailable.class)
                .isThrownBy(this::find)
                .satisfies(unavailable ->
                        assertThat(unavailable.reason()).isEqualTo(SourceUnavailable.Reason.UNREACHABLE));
    }

    @Test
    void aServerWithoutTheApiIsUnsupported() {
        jaeger.answersServices(FakeJaeger.failing(Status.UNIMPLEMENTED));
        assertThatExceptionOfType(SourceUnavailable.class)
                .isThrownBy(this::find)
                .satisfies(unavailable ->
                        assertThat(unavailable.reason()).isEqualTo(SourceUnavailable.Reason.UNSUPPORTED));
    }

    @Test
    void aRefusedCredentialIsToldApart() {
        jaeger.answersServices(FakeJaeger.failing(Status.UNAUTHENTICATED));
        assertThatExceptionOfType(SourceUnavailable.class)
                .isThrownBy(this::find)
                .satisfies(unavailable -> assertThat(unavailable.reason()).isEqualTo(SourceUnavailable.Reason.REFUSED));
    }

    @Test
    void notFoundIsAnEmptyAnswer() {
        jaeger.answers("shop-api", FakeJaeger.failing(Status.NOT_FOUND));
        assertThat(find()).isEqualTo(new FoundEvents(List.of(), List.of()));
    }

    @Test
    void reportsSpansWhoseParentIsMissing() {
        Otlp trace = Otlp.trace();
        trace.span("shop-api", "order.status_change", SpanKind.SPAN_KIND_INTERNAL)
                .belowMissingParent()
                .at(T, Duration.ofMillis(5))
                .with("jewelry.order.id", "ORD-0000001", "jewelry.order.status", "CREATED");
        jaeger.answers("shop-api", List.of(trace.data()));
        assertThat(find().gaps()).containsExactly(new Gap(source(), Gap.Reason.ORPHAN_SPANS, List.of("shop-api")));
    }

    private Origin source() {
        return jaeger.source().origin();
    }

    private FoundEvents find() {
        return jaeger.source().find(ORDER, DEADLINE);
    }

    private static List<String> statuses(FoundEvents found) {
        return found.events().stream()
                .map(event -> ((OrderEvent.StatusChange) event).status().code())
                .toList();
    }

    private static List<TracesData> data(Otlp... traces) {
        return Arrays.stream(traces).map(Otlp::data).toList();
    }
}
