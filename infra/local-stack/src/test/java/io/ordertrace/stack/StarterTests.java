package io.ordertrace.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StarterTests {

    private static final String SLEEP = "sleep 600";
    private static final String IGNORE_TERM = "trap '' TERM; echo up; while :; do sleep 1; done";

    @TempDir
    Path dir;

    private final CompletableFuture<ComponentFailed> failure = new CompletableFuture<>();
    private final Map<String, Blueprint.Node> nodes = new LinkedHashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void startsEachComponentAfterThoseItNeeds() {
        add("database", SLEEP);
        add("application", SLEEP, "database");
        try (Starter starter = starter()) {
            starter.start();
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .containsSubsequence("database is ready", "application is ready");
        }
        assertThat(nodes.values()).allMatch(node -> node.component().server().isEmpty());
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void oneThatFailsAtStartEndsTheStartAndEverythingElse() {
        add("running", SLEEP);
        add("slow", neverReady("slow", IGNORE_TERM));
        add("broken", neverReady("broken", "echo no luck; exit 4"));
        Starter starter = starter();
        assertThatThrownBy(starter::start)
                .isInstanceOf(ComponentFailed.class)
                .hasMessageContaining("broken: stopped with exit code 4 while starting")
                .hasMessageContaining(dir.resolve("broken.log").toString());
        starter.close();
        assertThat(Listening.processesMentioning(dir.toString())).isEmpty();
    }

    @Test
    void tellsWhichComponentDiesLater() {
        Component victim = add("victim", SLEEP);
        try (Starter starter = starter()) {
            starter.start();
            assertThat(failure).isNotDone();
            ProcessHandle.of(victim.server().orElseThrow().pid()).orElseThrow().destroyForcibly();
            await().until(failure::isDone);
            assertThat(failure.join())
                    .hasMessageContaining("victim: died while running")
                    .hasMessageContaining(dir.resolve("victim.log").toString());
        }
    }

    @Test
    void doesNotCallItAFailureWhenOneIsStoppedOnPurposeAndStartedAgain() {
        Component jaeger = add("jaeger", SLEEP);
        try (Starter starter = starter()) {
            starter.start();
            jaeger.stop();
            assertThat(jaeger.server()).isEmpty();
            jaeger.start();
            assertThat(jaeger.server().orElseThrow().isAlive()).isTrue();
        }
        assertThat(failure).isNotDone();
    }

    @Test
    void doesNotCallItAFailureWhenOneIsKilledOnPurpose() {
        Component service = add("service", IGNORE_TERM);
        try (Starter starter = starter()) {
            starter.start();
            Server killed = service.server().orElseThrow();
            service.kill();
            assertThat(killed.isAlive()).isFalse();
            assertThat(service.server()).isEmpty();
            service.start();
            assertThat(service.server().orElseThrow().isAlive()).isTrue();
        }
        assertThat(failure).isNotDone();
    }

    @Test
    void keepsAPausedComponentFromRunningUntilItIsResumedOrStopped() throws IOException {
        Component ticking = add("ticking", "while :; do echo tick; sleep 0.1; done");
        Starter starter = starter();
        starter.start();
        Server server = ticking.server().orElseThrow();
        ticking.pause();
        long size = Files.size(server.log());
        await().during(Duration.ofMillis(500))
                .until(() -> server.isAlive() && Files.size(server.log()) <= size + "tick".length() + 1);
        ticking.resume();
        await().until(() -> Files.size(server.log()) > size + 2 * ("tick".length() + 1));
        ticking.pause();
        starter.close();
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void stopsHangingComponentsAtTheSameTime() {
        for (String name : List.of("one", "two", "three")) {
            add(name, IGNORE_TERM);
        }
        Starter starter = starter();
        starter.start();
        List<Server> servers = nodes.values().stream()
                .map(node -> node.component().server().orElseThrow())
                .toList();
        await().until(() ->
                servers.stream().allMatch(server -> server.log().toFile().length() > 0));
        long begin = System.nanoTime();
        starter.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(16));
        assertThat(servers).noneMatch(Server::isAlive);
    }

    private Component add(String name, String script, String... needs) {
        return add(name, () -> process(name, script), needs);
    }

    private Component add(String name, Supplier<Server> starter, String... needs) {
        Component component = new Component(name, starter, failure::complete);
        nodes.put(name, new Blueprint.Node(component, List.of(needs)));
        return component;
    }

    private Supplier<Server> neverReady(String name, String script) {
        return () -> {
            ManagedProcess process = process(name, script);
            process.awaitReady(() -> false, Duration.ofMinutes(5));
            return process;
        };
    }

    /** The script's process also carries the test's folder in its command line, so that it can be looked for. */
    private ManagedProcess process(String name, String script) {
        return ManagedProcess.start(
                name, dir.resolve(name + ".log"), List.of("sh", "-c", script, dir.toString()), Map.of(), dir);
    }

    private Starter starter() {
        return new Starter(nodes, failure, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}
