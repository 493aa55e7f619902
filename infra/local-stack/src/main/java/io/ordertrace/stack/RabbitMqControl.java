package io.ordertrace.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code rabbitmqctl} for a node of our own; each call starts an Erlang of its own, which takes seconds. */
record RabbitMqControl(RabbitMqInstallation installation, Path dir, String node, int portMapperPort) {

    private static final String NAME = "rabbitmqctl";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** What the command prints on both streams; throws {@link ComponentFailed} with it if the command fails. */
    synchronized String run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(installation.control().toString(), "--node", node));
        command.addAll(arguments);
        try {
            Path output = Files.createTempFile(dir, NAME, ".log");
            try (ManagedProcess process = ManagedProcess.start(NAME, output, command, environment(), dir)) {
                if (process.awaitEnd(LIMIT) != 0) {
                    throw new ComponentFailed(NAME, String.join(" ", arguments) + " failed", output);
                }
                return Files.readString(output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "HOME", dir.toString(),
                "ERL_EPMD_PORT", Integer.toString(portMapperPort),
                "ERL_EPMD_ADDRESS", "127.0.0.1",
                "RABBITMQ_CONF_ENV_FILE", dir.resolve("rabbitmq-env.conf").toString(),
                "RABBITMQ_CTL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false");
    }
}
