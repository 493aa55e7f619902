package io.ordertrace.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Apache Qpid Broker-J, for machines without RabbitMQ: the same protocol, a process of its own, state in a folder. It has
 * no dead letters in RabbitMQ's sense: a message that every consumer has refused stays in its queue.
 */
final class EmbeddedBroker extends ProcessServer implements Broker {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int HEAP_MEGABYTES = 256;
    private static final String MAIN = "org.apache.qpid.server.Main";

    private EmbeddedBroker(ManagedProcess process) {
        super(process);
    }

    static EmbeddedBroker start(Path dir, int port, Credential user) {
        Path libraries = Cache.download(NAME, "qpid-" + Versions.of("qpid"));
        Path configuration = dir.resolve("broker.json");
        try {
            Folders.writeSecret(configuration, configuration(port, user));
        } catch (IOException e) {
            throw new ComponentFailed(NAME, "cannot write its configuration: " + e.getMessage(), e);
        }
        List<String> command = JavaProgram.mainClass(
                libraries,
                MAIN,
                HEAP_MEGABYTES,
                // The services declare their queues with RabbitMQ's arguments for dead letters.
                List.of("-DQPID_WORK=" + dir.resolve("work"), "-Dqueue.behaviourOnUnknownDeclareArgument=IGNORE"),
                List.of("--store-type", "Memory", "--initial-config-path", configuration.toString()));
        ManagedProcess process = ManagedProcess.start(NAME, dir.resolve("qpid.log"), command, Map.of(), dir);
        process.awaitReady(() -> Broker.letsIn(port, user), LIMIT);
        return new EmbeddedBroker(process);
    }

    @Override
    public String control(List<String> arguments) {
        throw new UnsupportedOperationException(
                "the embedded broker has no " + arguments.getFirst() + "; this needs RabbitMQ on this machine");
    }

    /** Only the virtual host is kept on disk; port and user are those of the present start. */
    private static String configuration(int port, Credential user) {
        return new String(Resources.read("embedded-broker.json"), StandardCharsets.UTF_8)
                .replace("${port}", Integer.toString(port))
                .replace("${user}", user.user())
                .replace("${password}", user.password());
    }
}
