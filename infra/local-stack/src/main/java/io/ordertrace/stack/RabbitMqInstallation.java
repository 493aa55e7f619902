package io.ordertrace.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * RabbitMQ as it is installed on this machine. The wrapper that distributions put on the PATH is passed over, because
 * it switches to a user of its own and to the machine's own node; the script beneath it is what we run.
 */
record RabbitMqInstallation(Path server, Path epmd) {

    private static final List<Path> LIBRARIES =
            List.of(Path.of("/usr/lib/rabbitmq/lib"), Path.of("/usr/local/lib/rabbitmq/lib"));
    private static final List<Path> HOMES = List.of(
            Path.of("/opt/rabbitmq"), Path.of("/opt/homebrew/opt/rabbitmq"), Path.of("/usr/local/opt/rabbitmq"));
    private static final List<Path> ERLANG = List.of(Path.of("/usr/lib/erlang/bin"), Path.of("/usr/lib64/erlang/bin"));

    /** The script beside the server's that talks to a running node. */
    Path control() {
        return server.resolveSibling("rabbitmqctl");
    }

    static Optional<RabbitMqInstallation> find() {
        Optional<Path> server = Stream.concat(
                        LIBRARIES.stream().flatMap(RabbitMqInstallation::newestFirst), HOMES.stream())
                .map(home -> home.resolve("sbin/rabbitmq-server"))
                .filter(Files::isExecutable)
                .findFirst();
        Optional<Path> epmd = ERLANG.stream()
                .flatMap(folder -> Executables.executable(folder.resolve("epmd")).stream())
                .findFirst()
                .or(() -> Executables.onPath("epmd"));
        return server.flatMap(script -> epmd.map(mapper -> new RabbitMqInstallation(script, mapper)));
    }

    private static Stream<Path> newestFirst(Path libraries) {
        List<Path> homes = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(libraries, "rabbitmq_server-*")) {
            entries.forEach(homes::add);
        } catch (IOException none) {
            return Stream.empty();
        }
        return homes.stream().sorted(Comparator.reverseOrder());
    }
}
