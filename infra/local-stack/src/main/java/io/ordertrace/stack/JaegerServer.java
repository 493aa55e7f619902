package io.ordertrace.stack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real Jaeger 2 with Badger on disk. Queries (HTTP and gRPC) want one credential, writing over OTLP/gRPC another.
 * Starting it again on the same folder continues with the spans already there.
 */
public final class JaegerServer extends ProcessServer {

    private static final String NAME = "jaeger";
    private static final String MAIN = "github.com/jaegertracing/jaeger/cmd/jaeger";
    private static final GoBuild BUILD = new GoBuild(
            NAME,
            "github.com/jaegertracing/jaeger",
            NAME,
            List.of("go.mod", "go.sum"),
            List.of(GoBuild.building(MAIN)),
            "JAEGER_BIN");
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final JaegerPorts ports;

    private JaegerServer(ManagedProcess process, JaegerPorts ports) {
        super(process);
        this.ports = ports;
    }

    /**
     * The program named by {@code JAEGER_BIN}, else {@code jaeger} on PATH, else built from its own Go module, which
     * takes minutes the first time.
     *
     * @throws ComponentFailed if there is none and it cannot be built
     */
    public static Path binary(PrintStream progress) {
        return Executables.named(NAME, "JAEGER_BIN")
                .or(() -> Executables.onPath(NAME))
                .orElseGet(() -> BUILD.binary(progress));
    }

    /** As below, with the progress of a build on standard output. */
    public static JaegerServer start(Path dataDir, JaegerPorts ports, Credential query, Credential write) {
        return start(dataDir, ports, query, write, System.out);
    }

    /**
     * Returns once Jaeger answers queries and refuses those without the credential.
     *
     * @param dataDir  holds the spans, the configuration and the log {@code jaeger.log}; made if missing
     * @param query    what a reader must show
     * @param write    what the Collector must show
     * @param progress gets the lines of a build, if one is needed
     * @throws ComponentFailed if there is no binary, it does not become ready, or it would answer anybody
     */
    public static JaegerServer start(
            Path dataDir, JaegerPorts ports, Credential query, Credential write, PrintStream progress) {
        Path home = dataDir.toAbsolutePath();
        Path config = Resources.copy("jaeger/config.yaml", home.resolve("config.yaml"));
        List<String> command = List.of(binary(progress).toString(), "--config", config.toString());
        ManagedProcess process = ManagedProcess.start(
                NAME, home.resolve("jaeger.log"), command, environment(home, ports, query, write), home);
        JaegerServer server = new JaegerServer(process, ports);
        try {
            server.awaitGuarded(process, query);
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Host and port of the gRPC query service. */
    public String grpcAddress() {
        return "127.0.0.1:" + ports.queryGrpc();
    }

    /** Base address of the HTTP API and the UI, with base path and without a slash at the end. */
    public String httpUrl() {
        return "http://127.0.0.1:" + ports.queryHttp() + "/jaeger";
    }

    /** Host and port of the OTLP/gRPC receiver. */
    public String otlpAddress() {
        return "127.0.0.1:" + ports.otlpGrpc();
    }

    static Map<String, String> environment(Path home, JaegerPorts ports, Credential query, Credential write) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "JAEGER_HOST", "127.0.0.1",
                "JAEGER_DATA", home.resolve("badger").toString(),
                "JAEGER_QUERY_HTPASSWD", query.user() + ":" + query.password(),
                "JAEGER_WRITE_HTPASSWD", write.user() + ":" + write.password(),
                "JAEGER_QUERY_GRPC_PORT", Integer.toString(ports.queryGrpc()),
                "JAEGER_QUERY_HTTP_PORT", Integer.toString(ports.queryHttp()),
                "JAEGER_OTLP_PORT", Integer.toString(ports.otlpGrpc()),
                "JAEGER_HEALTH_PORT", Integer.toString(ports.health())));
        Optional.ofNullable(System.getenv("JAEGER_UI_ASSETS"))
                .ifPresent(folder -> environment.put("JAEGER_UI_ASSETS", folder));
        return environment;
    }

    private void awaitGuarded(ManagedProcess process, Credential query) {
        String services = httpUrl() + "/api/services";
        process.awaitReady(
                () -> HttpProbe.status("http://127.0.0.1:" + ports.health() + "/status") == 200, START_LIMIT);
        process.awaitReady(() -> HttpProbe.status(services, query) == 200, START_LIMIT);
        // A binary from elsewhere could ignore the setting; then everybody could read every order.
        if (HttpProbe.status(services) != 401) {
            throw new ComponentFailed(NAME, "answers queries without a credential", log());
        }
    }
}
