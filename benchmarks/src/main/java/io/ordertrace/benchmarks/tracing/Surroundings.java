package io.ordertrace.benchmarks.tracing;

import io.ordertrace.stack.Broker;
import io.ordertrace.stack.CollectorServer;
import io.ordertrace.stack.CollectorSettings;
import io.ordertrace.stack.Credential;
import io.ordertrace.stack.ObjectStore;
import io.ordertrace.stack.Ports;
import io.ordertrace.stack.PostgresServer;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;

/** What the services talk to: PostgreSQL, S3, a broker each, the Collector as in the local stack, a sink behind it. */
final class Surroundings implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    final Credential databaseRole = new Credential("service", secret());
    final Credential brokerUser = new Credential("order-trace", secret());
    final Credential objectKeys = new Credential("models", secret());
    final String token = secret();

    private final Ports ports = Ports.free();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Path folder;
    private final SpanSink sink = SpanSink.start();

    private Surroundings(Path folder) {
        this.folder = folder;
        started.push(sink);
    }

    /** @throws io.ordertrace.stack.ComponentFailed if one does not start; none is left then */
    static Surroundings start(Path folder) {
        return new Surroundings(folder);
    }

    SpanSink sink() {
        return sink;
    }

    PostgresServer postgres() {
        PostgresServer postgres = opened(PostgresServer.start(
                folder.resolve("postgresql"), ports.postgres(), new Credential("postgres", secret())));
        postgres.ensureRole(databaseRole);
        return postgres;
    }

    ObjectStore objects() {
        return opened(ObjectStore.start(folder.resolve("s3"), ports.s3(), objectKeys));
    }

    CollectorServer collector(PrintStream progress) {
        CollectorSettings settings = new CollectorSettings(
                ports.collector(),
                token,
                secret(),
                sink.address(),
                new Credential("collector", secret()),
                Optional.empty());
        return opened(CollectorServer.start(folder.resolve("collector"), settings, progress));
    }

    String collectorAddress() {
        return "127.0.0.1:" + ports.collector().otlpGrpc();
    }

    /** A broker of its own, so that variants do not take each other's messages. */
    int broker(String name) {
        int port = Ports.freePort();
        opened(Broker.start(folder.resolve("broker-" + name), port, brokerUser));
        return port;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private <T extends AutoCloseable> T opened(T server) {
        started.push(server);
        return server;
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not be stopped: " + server, e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
