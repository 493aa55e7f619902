package io.ordertrace.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts components at once, each as soon as those it needs are ready, and stops them in reverse. */
final class Starter implements AutoCloseable {

    private static final int SECONDS_BETWEEN_LINES = 10;

    private final Map<String, Blueprint.Node> nodes;
    private final CompletableFuture<ComponentFailed> failure;
    private final PrintStream out;
    private final long begin = System.nanoTime();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Starter(Map<String, Blueprint.Node> nodes, CompletableFuture<ComponentFailed> failure, PrintStream out) {
        this.nodes = nodes;
        this.failure = failure;
        this.out = out;
    }

    /** Returns when all are ready, or throws the first failure at once; the caller closes then. */
    void start() {
        Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
        nodes.forEach((name, node) -> ready.put(
                name, startAfter(node, node.needs().stream().map(ready::get).toList())));
        CompletableFuture<Void> all = CompletableFuture.allOf(ready.values().toArray(CompletableFuture[]::new));
        CompletableFuture<Object> end = CompletableFuture.anyOf(all.exceptionally(reported -> null), failure);
        while (!isDone(end)) {
            say("still starting: "
                    + ready.entrySet().stream()
                            .filter(one -> !one.getValue().isDone())
                            .map(Map.Entry::getKey)
                            .collect(Collectors.joining(", ")));
        }
        if (failure.isDone()) {
            throw failure.join();
        }
    }

    private static boolean isDone(CompletableFuture<Object> future) {
        try {
            future.get(SECONDS_BETWEEN_LINES, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException e) {
            throw new CompletionException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComponentFailed("local stack", "interrupted while starting", e);
        }
    }

    /** Tells how far things are: seconds since the start, then the text. */
    void say(String text) {
        out.printf("%5d s  %s%n", Duration.ofNanos(System.nanoTime() - begin).toSeconds(), text);
    }

    /** Gives up what is still starting, then stops everything, each before those it needs. */
    @Override
    public void close() {
        threads.shutdownNow();
        nodes.values().stream()
                .collect(Collectors.groupingBy(this::depth, TreeMap::new, Collectors.toList()))
                .descendingMap()
                .values()
                .forEach(Starter::stop);
    }

    private int depth(Blueprint.Node node) {
        return node.needs().stream()
                .map(nodes::get)
                .flatMap(Stream::ofNullable)
                .mapToInt(needed -> 1 + depth(needed))
                .max()
                .orElse(0);
    }

    private CompletableFuture<Void> startAfter(Blueprint.Node node, List<CompletableFuture<Void>> needed) {
        return CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new))
                .thenRunAsync(node.component()::start, threads)
                .whenComplete((nothing, problem) -> {
                    if (problem == null) {
                        say(node.component().name() + " is ready");
                    } else {
                        failure.complete(failed(node.component().name(), problem));
                    }
                });
    }

    private static ComponentFailed failed(String name, Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        return cause instanceof ComponentFailed known ? known : new ComponentFailed(name, cause.toString(), cause);
    }

    private static void stop(List<Blueprint.Node> wave) {
        try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
            wave.forEach(node -> stopping.execute(node.component()::close));
        }
    }
}
