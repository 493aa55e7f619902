package io.ordertrace.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a flood, a span beyond all measure and a damaged disk do to the spans of services: nothing. */
class CollectorUnderStressTests {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path data;

    private CollectorAndJaeger stack;

    @BeforeEach
    void start() {
        stack = new CollectorAndJaeger(data, Optional.of(tap()));
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    private Path tap() {
        return data.resolve("tap/spans.jsonl");
    }

    @Test
    void aFloodFromBrowsersHoldsUpNoService() {
        AtomicBoolean on = new AtomicBoolean(true);
        AtomicInteger flood = new AtomicInteger();
        try (ExecutorService visitors = Executors.newFixedThreadPool(4)) {
            IntStream.range(0, 4).forEach(i -> visitors.execute(() -> flood(on, flood)));
            await().atMost(Duration.ofSeconds(60)).until(() -> flood.get() > 20_000);
            try {
                for (int i = 0; i < 10; i++) {
                    Span span = Spans.span("in-the-flood").build();
                    long sent = System.nanoTime();
                    stack.send(Spans.request("shop-api", span));
                    assertThat(stack.read(span)).contains("in-the-flood");
                    assertThat(Duration.ofNanos(System.nanoTime() - sent)).isLessThan(Duration.ofSeconds(10));
                }
            } finally {
                on.set(false);
            }
        }
    }

    private void flood(AtomicBoolean on, AtomicInteger sent) {
        while (on.get()) {
            Span[] spans = IntStream.range(0, 500)
                    .mapToObj(i -> Spans.span("forged").build())
                    .toArray(Span[]::new);
            stack.sendFromBrowser("shop-page", Spans.request("shop-page", spans));
            sent.addAndGet(spans.length);
        }
    }

    @Test
    void refusesARequestBeyondAllMeasureAndTakesTheNext() {
        ExportTraceServiceRequest huge = Spans.request("shop-api", with("x".repeat(24 * MEBIBYTE)));
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(() -> stack.send(huge))
                .withMessageContaining("RESOURCE_EXHAUSTED")
                .withMessageContaining("larger than max");
        assertTheNextPasses();
    }

    @Test
    void dropsASpanThatIsTooBigEvenCutAndSaysSoInItsLog() {
        Span.Builder span = Spans.span("oversized");
        IntStream.range(0, 120)
                .forEach(i -> span.addEventsBuilder()
                        .addAttributes(Spans.attribute("exception.stacktrace", "x".repeat(100_000))));
        stack.send(Spans.request("shop-api", span.build()));
        assertTheNextPasses();
        assertThat(stack.find(span.build())).isEmpty();
        assertThat(stack.collector().log()).content().contains("dropp");
    }

    @Test
    void cutsASpanOfSeveralMebibytesAndTakesTheNext() {
        Span span = with("x".repeat(5 * MEBIBYTE));
        stack.send(Spans.request("shop-api", span));
        assertThat(stack.read(span)).contains("oversized").hasSizeLessThan(MEBIBYTE);
        assertTheNextPasses();
    }

    private void assertTheNextPasses() {
        Span next = Spans.span("next").build();
        stack.send(Spans.request("shop-api", next));
        assertThat(stack.read(next)).contains("next");
    }

    private static Span with(String text) {
        Span.Builder span = Spans.span("oversized");
        span.addEventsBuilder().setName("exception").addAttributes(Spans.attribute("exception.stacktrace", text));
        return span.addAttributes(Spans.attribute("db.query.text", text)).build();
    }

    @Test
    void startsWithADamagedQueueFileAndSaysWhereItPutIt() throws IOException {
        stack.collector().close();
        Path queue = data.resolve("collector/queue");
        try (Stream<Path> files = Files.list(queue)) {
            for (Path file : files.toList()) {
                Files.write(file, "no database".repeat(5_000).getBytes(StandardCharsets.UTF_8));
            }
        }

        stack.startCollector();

        assertTheNextPasses();
        assertThat(queue).isDirectoryContaining("glob:**exporter_otlp_grpc_jaeger_traces.*.backup");
        assertThat(queue).isDirectoryContaining("glob:**exporter_otlp_grpc_jaeger-browser_traces.*.backup");
        assertThat(stack.collector().log())
                .content()
                .contains("queue file exporter_otlp_grpc_jaeger_traces is damaged (invalid database); moved to");
    }

    @Test
    void writesWhatServicesSendIntoTheTapAsItCame() {
        Span span = Spans.span("mail to ivan.petrov@example.com").build();
        stack.send(Spans.request("shop-api", span));
        assertThat(stack.sendFromBrowser(
                        "shop-page",
                        Spans.request("shop-page", Spans.span("click").build())))
                .isEqualTo(200);
        assertThat(stack.read(span)).doesNotContain("petrov");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(tap())
                        .content()
                        .contains("ivan.petrov@example.com", Spans.traceId(span))
                        .doesNotContain("click"));
    }
}
