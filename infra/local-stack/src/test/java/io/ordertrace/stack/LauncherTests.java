package io.ordertrace.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ordertrace.stack.demo.DemoSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTests {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Path PROJECT = StackOptions.enclosingProject();

    @TempDir
    Path dir;

    /** What a program printed and how it ended. */
    private record Outcome(int exitCode, String output) {}

    @Test
    void namesTakenPortsAndTheirComponentsBeforeAnythingIsStarted() throws Exception {
        Ports ports = Ports.free();
        Path data = dir.resolve("data");
        try (var amqp = new ServerSocket(ports.amqp(), 1, InetAddress.getLoopbackAddress());
                var everywhere = new ServerSocket(ports.crmApi())) {
            var options = new StackOptions(ports, Optional.of(data), DemoSettings.nothing(), PROJECT, System.out);
            assertThatThrownBy(() -> LocalStack.start(options))
                    .isInstanceOf(ComponentFailed.class)
                    .hasMessageContaining("port " + amqp.getLocalPort() + " of broker (AMQP)")
                    .hasMessageContaining("port " + everywhere.getLocalPort() + " of crm-api")
                    .hasMessageContaining("--port-offset");
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void refusesADataDirectoryThatAnotherStackUses() {
        try (DataFolder first = DataFolder.open(Optional.of(dir))) {
            assertThatThrownBy(() -> DataFolder.open(Optional.of(dir)))
                    .isInstanceOf(ComponentFailed.class)
                    .hasMessageContaining("another stack runs on " + first.path());
        }
        DataFolder.open(Optional.of(dir)).close();
        assertThat(dir).exists();
    }

    @Test
    void closesAnExistingDataDirectoryToOthers() throws IOException {
        var openToAll = PosixFilePermissions.fromString("rwxr-xr-x");
        for (String start : List.of("empty", "used before")) {
            Files.setPosixFilePermissions(dir, openToAll);
            DataFolder.open(Optional.of(dir)).close();
            assertThat(Files.getPosixFilePermissions(dir))
                    .as(start)
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void leavesADirectoryOfOtherFilesAsItIs() throws IOException {
        var openToAll = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(dir, openToAll);
        Files.createFile(dir.resolve("other"));
        assertThatThrownBy(() -> DataFolder.open(Optional.of(dir)))
                .isInstanceOf(ComponentFailed.class)
                .hasMessageContaining("give a new or an empty folder");
        assertThat(Files.getPosixFilePermissions(dir)).isEqualTo(openToAll);
        assertThat(dir.toFile().list()).containsExactly("other");
    }

    @Test
    void makesNewSecretsForEachDataDirectoryAndShowsThemToItsOwnerOnly() throws IOException {
        String first = new Secrets(dir.resolve("a")).secret("anna");
        assertThat(new Secrets(dir.resolve("a")).secret("anna"))
                .isEqualTo(first)
                .hasSize(32);
        assertThat(new Secrets(dir.resolve("b")).secret("anna")).isNotEqualTo(first);
        assertThat(Files.getPosixFilePermissions(dir.resolve("a/secrets.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aTemporaryDataDirectoryGoesWithTheStack() throws IOException {
        DataFolder folder = DataFolder.open(Optional.empty());
        Files.createDirectories(folder.path().resolve("keycloak/data"));
        Files.createSymbolicLink(folder.path().resolve("keycloak/lib"), dir);
        assertThat(Files.getPosixFilePermissions(folder.path()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        folder.close();
        assertThat(folder.path()).doesNotExist();
        assertThat(dir).exists();
    }

    @Test
    void aKilledLauncherLeavesNoChildBehind() throws IOException {
        Path output = dir.resolve("launcher.log");
        Process launcher = new ProcessBuilder(java("io.ordertrace.stack.Abandoned", dir.toString()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        String grandchild = "orphan-of-" + dir;
        try {
            await().atMost(LIMIT).until(() -> Files.readString(output).contains("started"));
            await().atMost(LIMIT)
                    .until(() -> Listening.processesMentioning("600; : " + grandchild)
                                    .size()
                            == 1);
        } finally {
            launcher.destroyForcibly();
        }
        await().atMost(LIMIT)
                .until(() -> Listening.processesMentioning(grandchild).isEmpty());
    }

    @Test
    void findsANewJdkWhereAnOldOneIsTheDefault() throws Exception {
        Path old = dir.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
        Files.createFile(
                old.resolve("bin/javac"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Path known = Files.createDirectories(dir.resolve("home/.sdkman/candidates/java"))
                .resolve("25");
        Files.createSymbolicLink(known, Path.of(System.getProperty("java.home")));
        String script = "HOME='%s'; JAVA_HOME='%s'; . '%s/infra/prerequisites.sh'; find_jdk; cat \"$JAVA_HOME/release\""
                .formatted(dir.resolve("home"), old, PROJECT);
        Outcome found = run(List.of("sh", "-c", script));
        assertThat(found.exitCode()).isZero();
        assertThat(found.output())
                .containsPattern("JAVA_VERSION=\"(2[5-9]|[3-9][0-9])")
                .doesNotContain("17.0.15");
    }

    @Test
    void anApplicationKeepsItsJarWhateverIsBuiltMeanwhile() throws IOException {
        Path built = Files.writeString(dir.resolve("app-1.jar"), "first");
        Path home = dir.resolve("data").resolve("app");
        Path own = Application.ownCopy(built, home);
        Files.writeString(built, "second");
        assertThat(own).hasContent("first").hasParent(home);
        assertThat(Application.ownCopy(built, home)).isEqualTo(own).hasContent("second");
    }

    @Test
    void startExplainsItselfWithoutBuildingAnything() throws Exception {
        Outcome help = run(List.of(PROJECT.resolve("start").toString(), "--help"));
        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("--no-demo", "--demo-seed N", "--demo-orders N", "--demo-speed X", "--tap");
        assertThat(help.output()).contains("--port-offset N", "--data DIR", "JAEGER_BIN", "OTELCOL_BIN");
    }

    @Test
    void startRefusesWhatItDoesNotKnow() throws Exception {
        String start = PROJECT.resolve("start").toString();
        Map<List<String>, String> wrong = Map.of(
                List.of(start, "--nonsense"), "unknown option: --nonsense",
                List.of(start, "--port-offset", "many"), "not 'many'",
                List.of(start, "--port-offset", "60000"), "not '60000'",
                List.of(start, "--demo-orders=many"), "not 'many'",
                List.of(start, "--demo-orders", "2001"), "from 0 to 2000",
                List.of(start, "--data"), "--data wants a value");
        for (var attempt : wrong.entrySet()) {
            Outcome outcome = run(attempt.getKey());
            assertThat(outcome.exitCode()).as("%s", attempt.getKey()).isEqualTo(2);
            assertThat(outcome.output()).contains(attempt.getValue()).contains("--help");
        }
    }

    @Test
    void launcherRefusesAnOffsetThatLeavesNoPorts() throws Exception {
        Outcome outcome = run(java("io.ordertrace.stack.LocalStack", "--port-offset", "46535"));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("between 0 and 46534");
    }

    private static List<String> java(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorder-trace.project=" + PROJECT,
                mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    private Outcome run(List<String> command) throws Exception {
        Path output = Files.createTempFile(dir, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), Files.readString(output));
    }
}
