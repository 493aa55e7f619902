package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrace.stack.StackOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./start} as a newcomer runs it: it says what it did, and leaves nothing behind. */
class StartCommandTests {

    private static final Path ROOT = StackOptions.enclosingProject();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path temporary;

    @Test
    void tellsHowItIsUsed() throws Exception {
        Process help = start("--help");
        assertThat(help.waitFor()).isZero();
        assertThat(output()).contains("--no-demo", "--port-offset", "--data");
    }

    @Test
    void refusesAnOptionItDoesNotKnow() throws Exception {
        Process start = start("--colour");
        assertThat(start.waitFor()).isEqualTo(2);
        assertThat(output()).contains("--colour");
    }

    @Test
    void leavesNoProcessBehindAndKeepsItsStateInTheDataFolder() throws Exception {
        Path data = temporary.resolve("data");
        JsonNode first = startAndStop(data);
        assertThat(output())
                .contains("Order Trace Portal is ready: " + first.get("portal").asString());
        for (String user : List.of("anna", "boris", "vera", "gleb")) {
            assertThat(output())
                    .containsPattern(user + " +" + first.at("/users/" + user).asString());
        }
        for (String order : List.of("finished", "in_progress", "failed", "lost")) {
            assertThat(output())
                    .contains("/orders/" + first.at("/orders/" + order).asString("missing"));
        }

        JsonNode second = startAndStop(data);
        assertThat(second.get("users")).isEqualTo(first.get("users"));
        assertThat(second.at("/jaeger/password")).isEqualTo(first.at("/jaeger/password"));

        JsonNode elsewhere = startAndStop(temporary.resolve("other"), "--no-demo");
        assertThat(elsewhere.at("/jaeger/password")).isNotEqualTo(first.at("/jaeger/password"));
        assertThat(elsewhere.at("/users/anna")).isNotEqualTo(first.at("/users/anna"));
    }

    private JsonNode startAndStop(Path data, String... more) throws Exception {
        Files.deleteIfExists(data.resolve("stack.json"));
        Process start =
                start(Stream.concat(Stream.of("--port-offset", "2600", "--data", data.toString()), Stream.of(more))
                        .toArray(String[]::new));
        try {
            await().atMost(PATIENCE).until(() -> output().contains("Ctrl-C stops") || !start.isAlive());
            assertThat(start.isAlive()).as(output()).isTrue();
            JsonNode stack =
                    new JsonMapper().readTree(data.resolve("stack.json").toFile());
            List<Long> pids = stack.get("processes")
                    .valueStream()
                    .map(process -> process.get("pid").asLong())
                    .toList();
            assertThat(pids).hasSizeGreaterThanOrEqualTo(9).allMatch(StartCommandTests::runs);
            start.destroy();
            assertThat(start.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(pids).noneMatch(StartCommandTests::runs);
            assertThat(processesNaming(data)).isEmpty();
            return stack;
        } finally {
            start.destroyForcibly();
        }
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Also finds what a component started in its turn: RabbitMQ's helpers, PostgreSQL's workers. */
    private static List<String> processesNaming(Path data) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> !process.endsWith(
                            Long.toString(ProcessHandle.current().pid())))
                    .filter(process -> read(process.resolve("cmdline")).contains(data.toString())
                            || read(process.resolve("environ")).contains(data.toString()))
                    .map(process -> process.getFileName() + ": " + read(process.resolve("cmdline")))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    private Process start(String... options) throws IOException {
        List<String> command =
                Stream.concat(Stream.of("./start"), Stream.of(options)).toList();
        return new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("output").toFile())
                .start();
    }

    private String output() throws IOException {
        return Files.readString(temporary.resolve("output"));
    }
}
