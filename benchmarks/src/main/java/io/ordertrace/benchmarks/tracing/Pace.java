package io.ordertrace.benchmarks.tracing;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** How fast work is given to a service. */
sealed interface Pace {

    /** Some requests of one order, one after the other. */
    interface Flow {

        /** @param dueNanos when the first request should have left, by {@link System#nanoTime} */
        void run(long dueNanos);
    }

    /**
     * Runs all flows; an error in one is an error of all.
     *
     * @return the time from the first to the last
     */
    Duration run(List<Flow> flows, int requestsPerFlow);

    /** As fast as the service answers. */
    record Full(int workers) implements Pace {

        @Override
        public Duration run(List<Flow> flows, int requestsPerFlow) {
            Queue<Flow> waiting = new ConcurrentLinkedQueue<>(flows);
            long start = System.nanoTime();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<? extends Future<?>> done = IntStream.range(0, workers)
                        .mapToObj(worker -> executor.submit(() -> {
                            for (Flow flow = waiting.poll(); flow != null; flow = waiting.poll()) {
                                flow.run(System.nanoTime());
                            }
                        }))
                        .toList();
                join(done);
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    /**
     * At a fixed rate, whether or not the service keeps up: whoever has to wait for a turn waits, and that counts.
     *
     * @param perSecond requests
     */
    record Steady(double perSecond) implements Pace {

        @Override
        public Duration run(List<Flow> flows, int requestsPerFlow) {
            long between = (long) (1e9 * requestsPerFlow / perSecond);
            long start = System.nanoTime();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<? extends Future<?>> done = IntStream.range(0, flows.size())
                        .mapToObj(i -> {
                            long due = start + i * between;
                            waitUntil(due);
                            return executor.submit(() -> flows.get(i).run(due));
                        })
                        .toList();
                join(done);
            }
            return Duration.ofNanos(System.nanoTime() - start);
        }

        private static void waitUntil(long due) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private static void join(List<? extends Future<?>> running) {
        for (Future<?> one : running) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the load could not be run", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}
