package io.ordertrace.e2e.recording;

import io.ordertrace.stack.demo.recording.Recording;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Records the steps of one order, one after the other. */
final class OrderRecorder {

    private static final long POLL_NANOS = Duration.ofMillis(500).toNanos();
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final JaegerTraces jaeger;
    private final String order;
    private final String sha256;
    private final Set<String> known = new HashSet<>();

    /** @param sha256 of the order's model */
    OrderRecorder(JaegerTraces jaeger, String order, String sha256) {
        this.jaeger = jaeger;
        this.order = order;
        this.sha256 = sha256;
    }

    /**
     * The spans that have come since the last call, once no more have come for some time.
     *
     * @param quiet how long; longer than services wait before they try again
     */
    Recording sinceLast(Duration quiet) {
        long end = System.nanoTime() + LIMIT.toNanos();
        long changed = System.nanoTime();
        int size = 0;
        SpanReader spans = read();
        while (size == 0 || System.nanoTime() - changed < quiet.toNanos()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no end of spans about " + order + "; so far " + size);
            }
            LockSupport.parkNanos(POLL_NANOS);
            spans = read();
            if (spans.size() != size) {
                size = spans.size();
                changed = System.nanoTime();
            }
        }
        known.addAll(jaeger.idsOf(order));
        return spans.recording();
    }

    private SpanReader read() {
        SpanReader reader = new SpanReader(new GapMaker(order, sha256));
        jaeger.idsOf(order).stream()
                .filter(trace -> !known.contains(trace))
                .forEach(trace -> reader.addTrace(jaeger.resourceSpans(trace)));
        return reader;
    }
}
