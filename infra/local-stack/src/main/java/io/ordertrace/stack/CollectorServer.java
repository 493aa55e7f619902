package io.ordertrace.stack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The real OpenTelemetry Collector: takes spans only with the token, redacts them, and keeps them on disk until Jaeger
 * has them. Starting it again on the same folder continues with the spans still queued there.
 */
public final class CollectorServer extends ProcessServer {

    private static final String NAME = "collector";
    private static final GoBuild BUILD = new GoBuild(
            NAME,
            "go.opentelemetry.io/collector/receiver/otlpreceiver",
            NAME,
            List.of("go.mod", "go.sum", "manifest.yaml"),
            List.of(
                    List.of("tool", "builder", "--skip-get-modules", "--skip-compilation", "--config", "manifest.yaml"),
                    GoBuild.building(".")),
            "OTELCOL_BIN");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private CollectorServer(ManagedProcess process) {
        super(process);
    }

    /**
     * The program named by {@code OTELCOL_BIN}, else built from the committed manifest, which takes minutes the first
     * time.
     *
     * @throws ComponentFailed if there is none and it cannot be built
     */
    public static Path binary(PrintStream progress) {
        return Executables.named(NAME, "OTELCOL_BIN").orElseGet(() -> BUILD.binary(progress));
    }

    /**
     * Returns once it takes spans. Jaeger need not be there yet.
     *
     * @param dataDir       holds the queue, the configuration and the log {@code collector.log}; made if missing
     * @param token         what services must send as {@code Authorization: Bearer}
     * @param jaegerAddress host and port of Jaeger's OTLP/gRPC receiver
     * @param jaegerWrite   what that receiver asks for
     * @param progress      gets the lines of a build, if one is needed
     * @throws ComponentFailed if there is no binary, it does not become ready, or it would take spans from anybody
     */
    public static CollectorServer start(
            Path dataDir,
            CollectorPorts ports,
            String token,
            String jaegerAddress,
            Credential jaegerWrite,
            PrintStream progress) {
        Path home = dataDir.toAbsolutePath();
        Path config = Resources.copy("collector/config.yaml", home.resolve("config.yaml"));
        List<String> command = List.of(binary(progress).toString(), "--config", config.toString());
        Map<String, String> environment = Map.of(
                "COLLECTOR_DATA", home.resolve("queue").toString(),
                "COLLECTOR_GRPC_PORT", Integer.toString(ports.otlpGrpc()),
                "COLLECTOR_HTTP_PORT", Integer.toString(ports.otlpHttp()),
                "COLLECTOR_HEALTH_PORT", Integer.toString(ports.health()),
                "OTLP_TOKEN", token,
                "JAEGER_OTLP_ENDPOINT", jaegerAddress,
                "JAEGER_WRITE_AUTHORIZATION", HttpProbe.basic(jaegerWrite));
        ManagedProcess process = ManagedProcess.start(NAME, home.resolve("collector.log"), command, environment, home);
        CollectorServer server = new CollectorServer(process);
        try {
            server.awaitGuarded(process, ports);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void awaitGuarded(ManagedProcess process, CollectorPorts ports) {
        process.awaitReady(
                () -> HttpProbe.status("http://127.0.0.1:" + ports.health() + "/status") == 200, START_LIMIT);
        // A binary from elsewhere could ignore the setting; then anybody could forge an order's history.
        int stranger = HttpProbe.postStatus("http://127.0.0.1:" + ports.otlpHttp() + "/v1/traces", "{}");
        if (stranger != 401) {
            throw new ComponentFailed(NAME, "takes spans without its token", log());
        }
    }
}
