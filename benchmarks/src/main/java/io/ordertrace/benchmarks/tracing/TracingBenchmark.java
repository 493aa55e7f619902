package io.ordertrace.benchmarks.tracing;

import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs one load against every variant of a service by turns. */
final class TracingBenchmark {

    /**
     * How much to run.
     *
     * @param blocks how often the services are started afresh, since two starts of the same program differ
     * @param slices how often within a block each variant has its turn
     * @param slice how long a turn takes, about
     * @param warmUp orders before each block, for each variant
     * @param workers how many orders are under way when a service is given all it can take
     * @param share of what the untraced service can take, for the steady load
     */
    record Size(int blocks, int slices, Duration slice, int warmUp, int workers, double share) {}

    private final Subjects subjects;
    private final Size size;
    private final PrintStream progress;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TracingBenchmark(Subjects subjects, Size size, PrintStream progress) {
        this.subjects = subjects;
        this.size = size;
        this.progress = progress;
    }

    /** @param variants the first is what the others are compared with */
    Result run(Load load, List<Variant> variants) {
        Map<Variant, List<Slice>> steady = new LinkedHashMap<>();
        Map<Variant, List<Slice>> full = new LinkedHashMap<>();
        double rate = 0;
        for (int block = 1; block <= size.blocks(); block++) {
            List<Subject> running = new ArrayList<>();
            try {
                for (Variant variant : variants) {
                    running.add(subjects.start(load, variant));
                }
                running.forEach(subject -> slice(load, subject, new Pace.Full(size.workers()), size.warmUp()));
                if (rate == 0) {
                    rate = slice(load, running.getFirst(), new Pace.Full(size.workers()), size.warmUp())
                            .perSecond();
                }
                say("%s, block %d: the untraced service takes %.0f requests a second", load.service(), block, rate);
                for (int turn = 0; turn < size.slices(); turn++) {
                    // Nobody always comes first.
                    Collections.rotate(running, 1);
                    double calm = rate * size.share();
                    take(load, running, new Pace.Steady(calm), orders(load, calm), steady);
                    take(load, running, new Pace.Full(size.workers()), orders(load, rate), full);
                }
            } finally {
                running.forEach(Subject::close);
            }
        }
        return new Result(load.service(), rate * size.share(), variants, steady, full, spans(load, variants));
    }

    private void take(Load load, List<Subject> running, Pace pace, int orders, Map<Variant, List<Slice>> results) {
        for (Subject subject : running) {
            Slice slice = slice(load, subject, pace, orders);
            results.computeIfAbsent(subject.variant(), variant -> new ArrayList<>())
                    .add(slice);
            say(
                    "  %-20s %-6s %6.1f requests/s, p50 %6.2f ms, p99 %7.2f ms, %5.2f ms of CPU each",
                    subject.variant().name(),
                    pace instanceof Pace.Full ? "full" : "steady",
                    slice.perSecond(),
                    slice.millis(50),
                    slice.millis(99),
                    slice.cpuMillisPerRequest());
        }
    }

    private Slice slice(Load load, Subject subject, Pace pace, int orders) {
        Duration before = subject.cpu();
        Duration collectorBefore = Subject.cpu(subjects.collector());
        Load.Work work = load.run(subject, http, pace, orders);
        return new Slice(
                work.micros(),
                work.elapsed(),
                subject.cpu().minus(before),
                Subject.cpu(subjects.collector()).minus(collectorBefore));
    }

    /** What each variant exports, counted apart from the timing and straight from the agent. */
    private Map<Variant, Exported> spans(Load load, List<Variant> variants) {
        Map<Variant, Exported> exported = new LinkedHashMap<>();
        for (Variant variant : variants) {
            if (!variant.traced() || variant.collector()) {
                continue;
            }
            try (Subject subject = subjects.start(load, variant)) {
                subject.awaitRest();
                long spans = subjects.sink().spans();
                long bytes = subjects.sink().bytes();
                int orders = Math.max(10, size.warmUp() / 4);
                slice(load, subject, new Pace.Full(1), orders);
                exported.put(
                        variant,
                        new Exported(
                                subjects.sink().spans() - spans,
                                subjects.sink().bytes() - bytes,
                                orders * load.requestsPerOrder()));
            }
        }
        return exported;
    }

    private int orders(Load load, double perSecond) {
        return (int) Math.max(1, perSecond * size.slice().toMillis() / 1000 / load.requestsPerOrder());
    }

    private void say(String format, Object... arguments) {
        progress.printf(format + "%n", arguments);
    }

    /** Spans as they left the service, for a number of requests. */
    record Exported(long spans, long bytes, int requests) {

        double spansPerRequest() {
            return (double) spans / requests;
        }

        double bytesPerSpan() {
            return (double) bytes / spans;
        }
    }

    /** @param rate of the steady load, requests a second */
    record Result(
            String service,
            double rate,
            List<Variant> variants,
            Map<Variant, List<Slice>> steady,
            Map<Variant, List<Slice>> full,
            Map<Variant, Exported> exported) {}
}
