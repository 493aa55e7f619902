package io.ordertrace.stack.demo.history;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.ordertrace.stack.demo.plan.PlannedOrder;
import io.ordertrace.stack.demo.plan.Week;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Tells the Collector of the planned week as if it had happened, and of what is left of it as time goes on. */
public final class Generator implements AutoCloseable {

    private static final int SPANS_IN_A_REQUEST = 1_000;

    private final OtlpSender collector;
    private final Path file;
    private final List<PlannedOrder> orders;
    private final History history = new History();
    private Progress progress;

    /**
     * A week that was begun in an earlier run is gone on with, whatever seed and number of orders are asked for now.
     *
     * @param file remembers what is told; in the folder of the stack's data
     * @param now  the end of the week, if it is a new one
     */
    public Generator(String otlpHttp, String token, Path file, long seed, int orders, Instant now) throws IOException {
        this.file = file;
        Instant end = now.truncatedTo(ChronoUnit.MILLIS);
        progress = Progress.read(file).orElse(new Progress(seed, orders, end, Instant.EPOCH));
        this.orders = Week.before(progress.end(), progress.seed(), progress.orders());
        collector = new OtlpSender(otlpHttp, token);
    }

    /**
     * Tells of all that has happened by now and is not told yet. What an interrupted call has sent is sent again, with
     * the same ids.
     *
     * @return spans sent
     * @throws IllegalStateException if the Collector refuses them
     */
    public synchronized int tellUntil(Instant now) throws IOException, InterruptedException {
        int told = 0;
        List<StepSpans> batch = new ArrayList<>();
        int size = 0;
        for (PlannedOrder order : orders) {
            for (StepSpans step : history.of(order, progress.told(), now)) {
                batch.add(step);
                size += step.size();
            }
            if (size >= SPANS_IN_A_REQUEST) {
                send(batch);
                told += size;
                batch.clear();
                size = 0;
            }
        }
        send(batch);
        progress = progress.until(now);
        progress.write(file);
        return told + size;
    }

    private void send(List<StepSpans> steps) throws IOException, InterruptedException {
        if (!steps.isEmpty()) {
            ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
            steps.forEach(step -> request.addAllResourceSpans(step.toOtlp()));
            collector.send(request.build());
        }
    }

    @Override
    public void close() {
        collector.close();
    }
}
