package io.ordertrace.stack;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The real Toxiproxy, between the three services and what they depend on, so that a dependency can hang, vanish or slow
 * down for them and for nobody else. It dials a dependency only when a client has come, so it needs none of them.
 */
final class Toxiproxy extends ProcessServer {

    static final String NAME = "toxiproxy";

    private static final GoBuild BUILD = new GoBuild(
            NAME,
            "github.com/Shopify/toxiproxy/v2",
            NAME,
            List.of("go.mod", "go.sum"),
            List.of(GoBuild.building("github.com/Shopify/toxiproxy/v2/cmd/server")),
            "TOXIPROXY_BIN");
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Toxiproxy(ManagedProcess process) {
        super(process);
    }

    /** One listener on loopback and the port on loopback to which it passes everything on. */
    record Route(String name, int listen, int upstream) {

        private Map<String, Object> asSetting() {
            return Map.of(
                    "name",
                    name,
                    "listen",
                    "127.0.0.1:" + listen,
                    "upstream",
                    "127.0.0.1:" + upstream,
                    "enabled",
                    true);
        }
    }

    /**
     * The program named by {@code TOXIPROXY_BIN}, else built from its own Go module, which takes seconds the first time.
     *
     * @throws ComponentFailed if there is none and it cannot be built
     */
    static Path binary(PrintStream progress) {
        return Executables.named(NAME, "TOXIPROXY_BIN").orElseGet(() -> BUILD.binary(progress));
    }

    /**
     * Returns once every route takes connections. A new start has no troubles, whatever the last one had.
     *
     * @throws ComponentFailed if there is no binary or it does not become ready
     */
    static Toxiproxy start(Path dir, int control, List<Route> routes, PrintStream progress) {
        Path home = dir.toAbsolutePath();
        Path config = home.resolve("proxies.json");
        StackFile.write(config, routes.stream().map(Route::asSetting).toList());
        List<String> command = List.of(
                binary(progress).toString(), "-host", "127.0.0.1", "-port", "" + control, "-config", config.toString());
        ManagedProcess process =
                ManagedProcess.start(NAME, home.resolve("toxiproxy.log"), command, Map.of("LOG_LEVEL", "info"), home);
        process.awaitReady(
                () -> HttpProbe.status("http://127.0.0.1:" + control + "/proxies") == 200
                        && routes.stream().allMatch(route -> Ports.listens(route.listen())),
                LIMIT);
        return new Toxiproxy(process);
    }
}
