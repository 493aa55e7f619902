package io.ordertrace.stack.demo.history;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.ordertrace.stack.demo.plan.PlannedOrder;
import io.ordertrace.stack.demo.plan.Week;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    public int tellUntil(Instant now) throws IOException, InterruptedException {
        int spans = 0;
        ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
        int inRequest = 0;
        for (PlannedOrder order : orders) {
            for (StepSpans step : history.of(order, progress.told(), now)) {
                List<ResourceSpans> told = step.toOtlp();
                request.addAllResourceSpans(told);
                inRequest += step.size();
            }
            if (inRequest >= SPANS_IN_A_REQUEST) {
                collector.send(request.build());
                spans += inRequest;
                inRequest = 0;
                request.clear();
            }
        }
        if (inRequest > 0) {
            collector.send(request.build());
        }
        progress = progress.until(now);
        progress.write(file);
        return spans + inRequest;
    }

    @Override
    public void close() {
        collector.close();
    }
}
