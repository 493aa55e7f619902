package io.ordertrace.contract.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads what the Collector's file exporter and SDKs write, and says so if it is something else. */
class OtlpReaderTests {

    private static final String LINE = """
            {"resourceSpans":[{"resource":{},"scopeSpans":[{"scope":{},"spans":[{"traceId":"5af1ed00000000000000000000000001",\
            "spanId":"00f067aa0ba902b7","parentSpanId":"","name":"%s","kind":1,"startTimeUnixNano":"1770091506000000000",\
            "links":[{"traceId":"5af1ed00000000000000000000000001","spanId":"00f067aa0ba902b7"}],"flags":256,\
            "attributes":[{"key":"n","value":{"intValue":"7"}}],"status":{}}]}]}]}
            """;

    @TempDir
    Path folder;

    private final List<Span> read = new CopyOnWriteArrayList<>();
    private final OtlpReader reader = new OtlpReader(request -> request.getResourceSpansList()
            .forEach(resource -> resource.getScopeSpansList().forEach(scope -> read.addAll(scope.getSpansList()))));

    @Test
    void readsLinesOfJson() throws IOException {
        reader.read(file(LINE.formatted("first") + "\n{\"resourceLogs\":[]}\n" + LINE.formatted("second")));
        assertThat(names()).containsExactly("first", "second");
        assertThat(HexFormat.of().formatHex(read.getFirst().getSpanId().toByteArray()))
                .isEqualTo("00f067aa0ba902b7");
        assertThat(read.getFirst().getAttributes(0).getValue().getIntValue()).isEqualTo(7);
    }

    @Test
    void readsJsonInOnePiece() throws IOException {
        reader.read(file(LINE.formatted("pretty").replace(",", ",\n  ")));
        assertThat(names()).containsExactly("pretty");
    }

    @Test
    void readsProtobufOneOrManyAndGzipped() throws IOException {
        byte[] one = request("one").toByteArray();
        reader.read(file(one));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(many))) {
            for (String name : List.of("two", "three")) {
                out.writeInt(request(name).getSerializedSize());
                out.write(request(name).toByteArray());
            }
        }
        reader.read(file(many.toByteArray()));
        assertThat(names()).containsExactly("one", "two", "three");
    }

    @Test
    void leavesOutALineThatIsStillBeingWritten() throws IOException {
        reader.read(file(LINE.formatted("whole") + LINE.formatted("half").substring(0, 100)));
        assertThat(names()).containsExactly("whole");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "[1, 2]",
                "{\"resourceSpans\": 7}",
                "{\"resourceSpans\": [{",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"zz\"}]}]}]}",
                "\n\u0001 not protobuf",
                "\u0000\u007f\u007f\u007f"
            })
    void refusesWhatIsNoOtlp(String content) throws IOException {
        Path file = file(content);
        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> reader.read(file))
                .withMessageContaining("input");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        assertThatExceptionOfType(UnusableInput.class)
                .isThrownBy(() -> reader.read(folder.resolve("nowhere")))
                .withMessageContaining("nowhere");
    }

    @Test
    void followsAFileThatGrowsAndIsRenamedWhenItIsFull() throws Exception {
        Path file = folder.resolve("spans.jsonl");
        AtomicBoolean stopped = new AtomicBoolean();
        Thread follower = Thread.ofVirtual().start(() -> reader.follow(file, stopped::get));
        Files.writeString(file, LINE.formatted("first"));
        awaitNames("first");
        Files.writeString(file, LINE.formatted("second"), StandardOpenOption.APPEND);
        awaitNames("first", "second");
        Files.move(file, folder.resolve("spans-full.jsonl"));
        Files.writeString(file, LINE.formatted("third"));
        awaitNames("first", "second", "third");
        stopped.set(true);
        assertThat(follower.join(Duration.ofSeconds(10))).isTrue();
    }

    private void awaitNames(String... names) {
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(names()).containsExactly(names));
    }

    private List<String> names() {
        return read.stream().map(Span::getName).toList();
    }

    private Path file(String content) throws IOException {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("input"), content);
    }

    private static ExportTraceServiceRequest request(String name) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .addScopeSpans(ScopeSpans.newBuilder()
                                .addSpans(Span.newBuilder().setName(name))))
                .build();
    }
}
