package io.ordertrace.stack.demo;

import io.ordertrace.stack.demo.history.Generator;
import io.ordertrace.stack.demo.live.LiveTraffic;
import io.ordertrace.stack.demo.live.Troubles;
import io.ordertrace.stack.demo.services.OrderSteps;
import io.ordertrace.stack.demo.services.ServiceClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The week before the start and the life after it. Whatever fails in it is written to {@code demo.log} in the folder of
 * the stack's data; the stack goes on.
 */
public final class Demo implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final long SECONDS_BETWEEN_TELLINGS = 30;

    /**
     * Where the demo finds the stack.
     *
     * @param data     folder of the stack's data
     * @param services base addresses by name
     * @param apiKeys  by API user
     * @param broker   where to sign in to the broker
     * @param otlpHttp base address of the Collector
     * @param token    that the Collector asks for
     */
    public record Surroundings(
            Path data,
            Map<String, String> services,
            Map<String, String> apiKeys,
            BrokerLogin broker,
            String otlpHttp,
            String token) {

        @Override
        public String toString() {
            return "Surroundings[" + data + "]";
        }
    }

    /** Where to sign in to the broker on loopback. */
    public record BrokerLogin(int port, String user, String password) {

        @Override
        public String toString() {
            return "BrokerLogin[" + user + "]";
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private final DemoSettings settings;
    private final Surroundings stack;
    private final List<Thread> threads = new ArrayList<>();

    public Demo(DemoSettings settings, Surroundings stack) {
        this.settings = settings;
        this.stack = stack;
    }

    /**
     * Sends one order of each sort through the services and returns when all of them know of it.
     *
     * @return order ids by sort: {@code finished}, {@code in_progress}, {@code failed}, {@code lost} and a few more
     * @throws IllegalStateException if a service answers otherwise than it should, or an order stops on its way
     */
    public Map<String, String> sendSamples() {
        return DemoTraffic.send(stack.services(), stack.apiKeys(), stack.broker());
    }

    /**
     * Tells of the week before; returns when the Collector has all of it, or has refused it. What is left of the week's
     * orders is told when its time comes.
     *
     * @param say gets a line about it
     */
    public void remember(Consumer<String> say) {
        if (settings.orders() == 0) {
            return;
        }
        long begin = System.nanoTime();
        try {
            Generator generator = new Generator(
                    stack.otlpHttp(),
                    stack.token(),
                    stack.data().resolve("demo-history.json"),
                    settings.seed(),
                    settings.orders(),
                    Instant.now());
            goOn("demo history", () -> tellOnAndOn(generator));
            int spans = generator.tellUntil(Instant.now());
            say.accept("the week before is there: %d spans in %.1f s".formatted(spans, seconds(begin)));
        } catch (IOException | IllegalStateException e) {
            say.accept("the week before is missing so far: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellOnAndOn(Generator generator) throws InterruptedException {
        try (generator) {
            while (true) {
                TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_TELLINGS);
                try {
                    generator.tellUntil(Instant.now());
                } catch (IOException | IllegalStateException e) {
                    // What it has not taken now it is told next time.
                    log("the Collector does not take the history: " + e.getMessage());
                }
            }
        }
    }

    /** Lets orders go on through the services until {@link #close}. */
    public void live(Troubles troubles) {
        if (settings.speed() == 0) {
            return;
        }
        goOn("demo life", () -> {
            try (ServiceClient services = new ServiceClient(stack.services())) {
                new LiveTraffic(
                                new OrderSteps(services, stack.apiKeys()),
                                troubles,
                                stack.data().resolve("demo-life.json"),
                                settings.seed(),
                                settings.speed(),
                                Instant.now(),
                                this::log)
                        .run();
            }
        });
    }

    private void goOn(String name, Work work) {
        Thread thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            try {
                work.run();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            } catch (IOException | RuntimeException e) {
                log(name + " has ended: " + e);
            }
        });
        threads.add(thread);
        thread.start();
    }

    private synchronized void log(String line) {
        try {
            Files.writeString(
                    stack.data().resolve("demo.log"),
                    Instant.now() + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Returns when nothing of it is at work any more. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(STOP_LIMIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
