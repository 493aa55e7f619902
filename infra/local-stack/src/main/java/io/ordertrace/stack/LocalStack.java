package io.ordertrace.stack;

import io.ordertrace.stack.trouble.Switchboard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** The whole product on this machine: real servers, the three services and the portal, each a process of its own. */
public final class LocalStack implements AutoCloseable {

    private final StackOptions options;
    private final DataFolder data;
    private final Wiring wiring;
    private final Blueprint blueprint;
    private final Map<String, Blueprint.Node> nodes;
    private final Starter starter;
    private final CompletableFuture<ComponentFailed> failure = new CompletableFuture<>();
    private final StackDemo demo;
    private @Nullable TroubleDesk troubles;
    private boolean closed;

    private LocalStack(StackOptions options, DataFolder data) {
        this.options = options;
        this.data = data;
        forgetLastRun();
        wiring = new Wiring(options.ports(), new Secrets(data.path()));
        blueprint = new Blueprint(options, data.path(), wiring, failure::complete);
        nodes = blueprint.nodes();
        starter = new Starter(nodes, failure, options.out());
        demo = new StackDemo(options, data.path(), wiring, starter::say);
    }

    /** What {@code ./start} runs. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new StartCommand()).execute(arguments));
    }

    /**
     * Starts everything, gives the demo accounts their roles, sends the demo orders if asked for, and writes
     * {@code stack.json} into the data directory.
     *
     * @throws ComponentFailed if a port is taken, or a component fails; everything is stopped then, logs are kept
     */
    public static LocalStack start(StackOptions options) {
        LocalStack stack = prepare(options);
        try {
            stack.run();
            return stack;
        } catch (RuntimeException e) {
            stack.stopKeepingLogs();
            throw e;
        }
    }

    /** Checks ports and the data directory, and starts nothing yet: for a caller that must be able to stop a start. */
    static LocalStack prepare(StackOptions options) {
        options.ports().requireFree();
        DataFolder data = DataFolder.open(options.data());
        try {
            return new LocalStack(options, data);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    void run() {
        blueprint.prepare();
        starter.start();
        StackInfo.Database portal = info().portalDatabase();
        Databases.grantOnce(portal, "anna", "TRACING_SUPPORT");
        Databases.grantOnce(portal, "boris", "DEVELOPER");
        starter.say("roles of the demo accounts are set");
        openTroubleDesk();
        demo.prepare();
        StackFile.write(stackFile(), info());
        demo.live(switchboard());
    }

    /** Addresses, sign-ins, orders and processes, as they are now. */
    public StackInfo info() {
        Ports ports = options.ports();
        Credential portalRole = wiring.databaseRole("portal");
        Credential query = wiring.jaegerQuery();
        return new StackInfo(
                wiring.portalUrl(),
                "http://localhost:" + ports.keycloak(),
                new StackInfo.Otlp(wiring.otlpGrpc(), wiring.otlpHttp(), wiring.telemetryToken()),
                new StackInfo.Jaeger(wiring.jaegerGrpc(), wiring.jaegerHttp(), query.user(), query.password()),
                wiring.services(),
                wiring.apiKeys(),
                Wiring.USERS.stream().collect(Collectors.toMap(user -> user, wiring::password)),
                demo.orders(),
                new StackInfo.Database(wiring.databaseUrl("portal"), portalRole.user(), portalRole.password()),
                new StackInfo.Switchboard(wiring.switchboardUrl(), wiring.troublesToken()),
                processes());
    }

    /** Turns troubles on and off; all are off when the stack starts, and when it stops. */
    public Switchboard switchboard() {
        return Objects.requireNonNull(troubles, "the stack does not run yet").switchboard();
    }

    /** The file with {@link #info()} as it was when the stack became ready. */
    public Path stackFile() {
        return data.path().resolve("stack.json");
    }

    /** What services have sent, as lines of OTLP JSON, if {@link StackOptions#tap()}; full files lie beside it. */
    public Path tap() {
        return blueprint.tap();
    }

    public Component portal() {
        return component(Blueprint.PORTAL);
    }

    public Component jaeger() {
        return component(Blueprint.JAEGER);
    }

    public Component collector() {
        return component(Blueprint.COLLECTOR);
    }

    /** The component of that name, as in {@code stack.json}. */
    public Component component(String name) {
        return Objects.requireNonNull(nodes.get(name), name).component();
    }

    /** Completes when a component fails that nobody has stopped on purpose; the stack is then for closing only. */
    public CompletableFuture<ComponentFailed> failure() {
        return failure.copy();
    }

    /** Stops everything; a temporary data directory is removed. Returns when nothing is left running. */
    @Override
    public void close() {
        if (stop()) {
            data.close();
        }
    }

    /** Stops everything and leaves the data directory, so that the logs can be read; false if it is stopped already. */
    boolean stopKeepingLogs() {
        boolean first = stop();
        if (first) {
            data.release();
        }
        return first;
    }

    private synchronized boolean stop() {
        boolean first = !closed;
        closed = true;
        if (first) {
            starter.say("stopping");
            demo.close();
            if (troubles != null) {
                troubles.close();
            }
            starter.close();
            forgetLastRun();
        }
        return first;
    }

    /** The file says that the stack is ready; scripts wait for it. */
    private void forgetLastRun() {
        try {
            Files.deleteIfExists(stackFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void openTroubleDesk() {
        if (!closed) {
            troubles = TroubleDesk.open(options.ports(), wiring, data.path(), wiring.services(), this::component);
        }
    }

    private Map<String, StackInfo.ProcessInfo> processes() {
        return nodes.values().stream()
                .flatMap(node -> node.component().server().stream())
                .collect(Collectors.toMap(
                        Server::name,
                        server -> new StackInfo.ProcessInfo(
                                server.pid(), server.log().toString())));
    }
}
