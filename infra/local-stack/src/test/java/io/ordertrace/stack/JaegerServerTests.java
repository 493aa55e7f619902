package io.ordertrace.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Jaeger: who may ask it, who may write to it, and what it keeps. */
class JaegerServerTests {

    private static final Credential QUERY = Credential.fresh("portal");
    private static final Credential WRITE = Credential.fresh("collector");
    private static final JaegerPorts PORTS = Ports.free().jaeger();

    @TempDir
    static Path data;

    private static JaegerServer jaeger;

    @BeforeAll
    static void start() {
        jaeger = JaegerServer.start(data, PORTS, QUERY, WRITE);
    }

    @AfterAll
    static void stop() {
        jaeger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/services",
                "/api/v3/services",
                "/",
                "/search",
                "/api/traces/0af7651916cd43dd8448eb211c80319c"
            })
    void refusesHttpQueriesWithoutTheCredential(String path) {
        assertThat(HttpProbe.status(jaeger.httpUrl() + path)).isEqualTo(401);
        assertThat(HttpProbe.status(jaeger.httpUrl() + path, Credential.fresh(QUERY.user())))
                .isEqualTo(401);
        assertThat(HttpProbe.status(jaeger.httpUrl() + path, WRITE)).isEqualTo(401);
    }

    @Test
    void answersHttpQueriesUnderItsBasePathWithTheCredential() {
        assertThat(HttpProbe.status(jaeger.httpUrl() + "/api/services", QUERY)).isEqualTo(200);
        assertThat(HttpProbe.status(jaeger.httpUrl() + "/", QUERY)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jaeger.api_v3.QueryService/GetServices", "jaeger.api_v2.QueryService/GetServices"})
    void refusesGrpcQueriesWithoutTheCredential(String method) {
        assertUnauthenticated(() -> Grpc.call(jaeger.grpcAddress(), method, null));
        assertUnauthenticated(() -> Grpc.call(jaeger.grpcAddress(), method, Credential.fresh(QUERY.user())));
        assertUnauthenticated(() -> Grpc.call(jaeger.grpcAddress(), method, WRITE));
        assertThat(Grpc.call(jaeger.grpcAddress(), method, QUERY)).isNotNull();
    }

    @Test
    void takesSpansOnlyWithTheCredentialForWriting() {
        Span span = Spans.span("taken").build();
        ExportTraceServiceRequest request = Spans.request("jaeger-test", span);

        assertUnauthenticated(() -> Grpc.export(jaeger.otlpAddress(), request, null));
        assertUnauthenticated(() -> Grpc.export(jaeger.otlpAddress(), request, QUERY));
        assertThat(JaegerTraces.json(jaeger, QUERY, span)).isEmpty();

        Grpc.export(jaeger.otlpAddress(), request, WRITE);
        assertThat(JaegerTraces.json(jaeger, QUERY, span))
                .hasValueSatisfying(json -> assertThat(json).contains("taken"));
    }

    @Test
    void keepsAcknowledgedSpansWhenItIsKilled(@TempDir Path folder) {
        JaegerPorts ports = Ports.free().jaeger();
        Span span = Spans.span("kept").build();
        try (JaegerServer first = JaegerServer.start(folder, ports, QUERY, WRITE)) {
            Grpc.export(first.otlpAddress(), Spans.request("jaeger-test", span), WRITE);
            ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
            first.onExit().join();
        }
        try (JaegerServer second = JaegerServer.start(folder, ports, QUERY, WRITE)) {
            assertThat(JaegerTraces.json(second, QUERY, span)).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAEGER_QUERY_HTPASSWD", "JAEGER_WRITE_HTPASSWD"})
    void doesNotStartWithoutACredential(String missing, @TempDir Path folder) {
        Map<String, String> environment =
                JaegerServer.environment(folder, Ports.free().jaeger(), QUERY, WRITE);
        environment.remove(missing);
        Path config = Resources.copy("jaeger/config.yaml", folder.resolve("config.yaml"));
        List<String> command = List.of(JaegerServer.binary(System.out).toString(), "--config", config.toString());

        try (ManagedProcess process =
                ManagedProcess.start("jaeger", folder.resolve("log"), command, environment, folder)) {
            assertThat(process.awaitEnd(Duration.ofSeconds(30))).isNotZero();
            assertThat(process.log()).content().contains("no credential source");
        }
    }

    @Test
    void writesNoPasswordIntoItsLog() {
        assertThat(jaeger.log()).content().doesNotContain(QUERY.password()).doesNotContain(WRITE.password());
    }

    private static void assertUnauthenticated(Runnable call) {
        assertThatExceptionOfType(StatusRuntimeException.class)
                .isThrownBy(call::run)
                .satisfies(refusal -> assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
    }
}
