package io.ordertrace.stack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The real OpenTelemetry Collector: takes spans only with the token, redacts them, and keeps them on disk until Jaeger
 * has them. Starting it again on the same folder continues with the spans still queued there; a damaged queue file is
 * moved aside.
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
     * @param dataDir  holds the queue, the configuration and the log {@code collector.log}; made if missing
     * @param progress gets the lines of a build, if one is needed
     * @throws ComponentFailed if there is no binary, it does not become ready, or it would take spans from anybody
     */
    public static CollectorServer start(Path dataDir, CollectorSettings settings, PrintStream progress) {
        Path home = dataDir.toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(binary(progress).toString()));
        command.addAll(config("config.yaml", home));
        Map<String, String> environment = new HashMap<>(environment(home, settings));
        settings.tap().ifPresent(tap -> {
            command.addAll(config("tap.yaml", home));
            environment.put("COLLECTOR_TAP", tap.toString());
        });
        CollectorQueue queue = new CollectorQueue(home.resolve("queue"), home.resolve("collector.log"));
        while (true) {
            long said = queue.said();
            try {
                return start(home, settings.ports(), command, environment);
            } catch (ComponentFailed e) {
                progress.println(NAME + ": " + queue.moveRefusedAside(said).orElseThrow(() -> e));
            }
        }
    }

    private static CollectorServer start(
            Path home, CollectorPorts ports, List<String> command, Map<String, String> environment) {
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

    private static List<String> config(String file, Path home) {
        return List.of(
                "--config",
                Resources.copy("collector/" + file, home.resolve(file)).toString());
    }

    private static Map<String, String> environment(Path home, CollectorSettings settings) {
        CollectorPorts ports = settings.ports();
        return Map.of(
                "COLLECTOR_DATA", home.resolve("queue").toString(),
                "COLLECTOR_GRPC_PORT", Integer.toString(ports.otlpGrpc()),
                "COLLECTOR_HTTP_PORT", Integer.toString(ports.otlpHttp()),
                "COLLECTOR_BROWSER_PORT", Integer.toString(ports.browserHttp()),
                "COLLECTOR_HEALTH_PORT", Integer.toString(ports.health()),
                "OTLP_TOKEN", settings.token(),
                "BROWSER_OTLP_TOKEN", settings.browserToken(),
                "JAEGER_OTLP_ENDPOINT", settings.jaegerAddress(),
                "JAEGER_WRITE_AUTHORIZATION", HttpProbe.basic(settings.jaegerWrite()));
    }

    private void awaitGuarded(ManagedProcess process, CollectorPorts ports) {
        process.awaitReady(
                () -> HttpProbe.status("http://127.0.0.1:" + ports.health() + "/status") == 200, START_LIMIT);
        // A binary from elsewhere could ignore the setting; then anybody could forge an order's history.
        for (int port : new int[] {ports.otlpHttp(), ports.browserHttp()}) {
            if (HttpProbe.postStatus("http://127.0.0.1:" + port + "/v1/traces", "{}") != 401) {
                throw new ComponentFailed(NAME, "takes spans without its token", log());
            }
        }
    }
}
