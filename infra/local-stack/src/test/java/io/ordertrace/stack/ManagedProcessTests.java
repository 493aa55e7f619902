package io.ordertrace.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTests {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path dir;

    @Test
    void namesComponentExitCodeAndLogWhenItDiesWhileStarting() {
        try (var process = shell("echo no disk space; exit 3")) {
            assertThatThrownBy(() -> process.awaitReady(() -> false, LIMIT))
                    .isInstanceOf(ComponentFailed.class)
                    .hasMessageContaining("victim: stopped with exit code 3")
                    .hasMessageContaining(dir.resolve("victim.log").toString())
                    .hasMessageContaining("no disk space");
        }
    }

    @Test
    void saysThatItIsNotReadyInTime() {
        try (var process = shell("sleep 60")) {
            assertThatThrownBy(() -> process.awaitReady(() -> false, Duration.ofMillis(300)))
                    .isInstanceOf(ComponentFailed.class)
                    .hasMessageContaining("victim: not ready");
        }
    }

    @Test
    void namesTheComponentWhoseProgramIsMissing() {
        assertThatThrownBy(() -> ManagedProcess.start(
                                "victim", dir.resolve("victim.log"), List.of(dir + "/absent"), Map.of(), dir)
                        .awaitReady(() -> false, LIMIT))
                .isInstanceOf(ComponentFailed.class)
                .hasMessageContaining("victim")
                .hasMessageContaining("absent");
    }

    @Test
    void asksPolitelyFirst() throws IOException {
        var process = shell("trap 'echo said goodbye; exit 0' TERM; echo up; while :; do sleep 0.05; done");
        awaitLine("up");
        process.close();
        assertThat(Files.readString(process.log())).contains("said goodbye");
        assertThat(process.onExit().join()).isZero();
    }

    @Test
    void endsAProcessThatIgnoresTermTogetherWithItsGrandchildren() throws IOException {
        var process = shell("trap '' TERM; (trap '' TERM; sleep 600 & echo $!; wait) & wait");
        long grandchild = awaitPid();
        process.close();
        assertThat(process.isAlive()).isFalse();
        assertThat(alive(grandchild)).isFalse();
    }

    @Test
    void endsAGrandchildWhoseParentIsGoneAlready() throws IOException {
        var process = shell("(sleep 600 & echo $!)");
        long orphan = awaitPid();
        await().until(() -> !process.isAlive());
        assertThat(alive(orphan)).isTrue();
        process.close();
        assertThat(alive(orphan)).isFalse();
    }

    @Test
    void doesNotHandTheCallersServerSettingsDown() throws IOException {
        try (var process = shell("env; echo up")) {
            awaitLine("up");
            assertThat(Files.readString(process.log()))
                    .contains("PATH=")
                    .contains("JAVA_HOME=" + System.getProperty("java.home"))
                    .doesNotContain("OTEL_PLANTED_FOR_TEST");
        }
    }

    private ManagedProcess shell(String script) {
        return ManagedProcess.start("victim", dir.resolve("victim.log"), List.of("sh", "-c", script), Map.of(), dir);
    }

    private void awaitLine(String line) {
        await().atMost(LIMIT)
                .until(() -> Files.readString(dir.resolve("victim.log")).contains(line));
    }

    private long awaitPid() throws IOException {
        await().atMost(LIMIT)
                .until(() -> Files.readString(dir.resolve("victim.log")).endsWith("\n"));
        return Long.parseLong(Files.readString(dir.resolve("victim.log")).strip());
    }

    private static boolean alive(long pid) throws IOException {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        return Files.exists(stat) && !Files.readString(stat).contains(") Z ");
    }
}
