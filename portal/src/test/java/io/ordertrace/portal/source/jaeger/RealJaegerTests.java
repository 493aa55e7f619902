package io.ordertrace.portal.source.jaeger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.TracesData;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.OrderProcessFile;
import io.ordertrace.portal.source.OrderEventSource;
import io.ordertrace.portal.source.OrderEventSourceContract;
import io.ordertrace.portal.source.Otlp;
import io.ordertrace.portal.source.SourceUnavailable;
import io.ordertrace.stack.Credential;
import io.ordertrace.stack.JaegerPorts;
import io.ordertrace.stack.JaegerServer;
import io.ordertrace.stack.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** The contract on a real Jaeger with Badger storage and credentials; and what happens when it is away. */
class RealJaegerTests extends OrderEventSourceContract {

    private static final Credential READER = new Credential("portal", "reads-only-here");
    private static final Credential WRITER = new Credential("collector", "writes-only-here");
    private static final Duration WITHIN = Duration.ofMillis(2500);

    @TempDir
    static Path folder;

    private static final JaegerPorts ports = Ports.free().jaeger();
    private static JaegerServer jaeger;
    private static ManagedChannel reading;
    private static ManagedChannel writing;

    @BeforeAll
    static void start() {
        jaeger = JaegerServer.start(folder, ports, READER, WRITER);
        reading = JaegerConfiguration.jaegerChannel(settings(READER));
        writing = ManagedChannelBuilder.forTarget(jaeger.otlpAddress())
                .usePlaintext()
                .build();
    }

    @AfterAll
    static void stop() {
        reading.shutdownNow();
        writing.shutdownNow();
        jaeger.close();
    }

    @Override
    protected OrderEventSource source() {
        return source(READER, reading);
    }

    @Override
    protected void report(TracesData spans) {
        Metadata headers = new Metadata();
        String pair = WRITER.user() + ":" + WRITER.password();
        headers.put(
                Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
                "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        TraceServiceGrpc.newBlockingStub(writing)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .export(ExportTraceServiceRequest.newBuilder()
                        .addAllResourceSpans(spans.getResourceSpansList())
                        .build());
    }

    @Test
    void aWrongCredentialIsRefused() {
        assertThatExceptionOfType(SourceUnavailable.class)
                .isThrownBy(() ->
                        source(new Credential("portal", "guessed"), reading).find(new OrderId("ORD-1"), WITHIN))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(SourceUnavailable.Reason.REFUSED));
    }

    @Test
    void worksAgainWithTheFirstQuestionAfterJaegerIsBack() {
        OrderId order = new OrderId("ORD-BACK-" + System.nanoTime());
        report(Otlp.change(order.value(), "shop-api", "CREATED", Instant.now()).data());
        await().until(() -> !source().find(order, WITHIN).events().isEmpty());
        OrderEventSource patient = source();

        jaeger.close();
        // Several failures in a row, so that gRPC would wait before it tries again.
        for (int i = 0; i < 4; i++) {
            Instant before = Instant.now();
            assertThatExceptionOfType(SourceUnavailable.class).isThrownBy(() -> patient.find(order, WITHIN));
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
        jaeger = JaegerServer.start(folder, ports, READER, WRITER);

        assertThat(patient.find(order, WITHIN).events()).hasSize(1);
    }

    private static JaegerSettings settings(Credential credential) {
        return new JaegerSettings(
                "127.0.0.1:" + ports.queryGrpc(), credential.user(), credential.password(), 50, Duration.ofDays(3));
    }

    private static OrderEventSource source(Credential credential, ManagedChannel channel) {
        OrderProcess process = OrderProcessFile.read(new ClassPathResource("order-process.yml"));
        return new JaegerEventSource(
                new JaegerQueries(channel, settings(credential), new Spans(process.pages()), Clock.systemUTC()),
                new OrderTraceReader(process));
    }
}
