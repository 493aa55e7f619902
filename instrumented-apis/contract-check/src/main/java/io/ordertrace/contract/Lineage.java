package io.ordertrace.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Looks whether a span has the order id that its parent has. Children arrive before their parents, so a trace is judged
 * when nothing has been heard of it for long, or at the end.
 */
final class Lineage {

    private static final int MOST_SPANS = 200_000;

    /** Traces, the one longest unheard of first. */
    private final Map<String, List<SeenSpan>> traces = new LinkedHashMap<>(16, 0.75f, true);

    private final Consumer<Violation> found;
    private int spans;

    Lineage(Consumer<Violation> found) {
        this.found = found;
    }

    void add(SeenSpan span) {
        traces.computeIfAbsent(span.traceId(), id -> new ArrayList<>()).add(span);
        spans++;
        while (spans > MOST_SPANS) {
            judgeOldest();
        }
    }

    void judgeAll() {
        while (!traces.isEmpty()) {
            judgeOldest();
        }
    }

    private void judgeOldest() {
        String oldest = traces.keySet().iterator().next();
        List<SeenSpan> trace = traces.getOrDefault(oldest, List.of());
        traces.remove(oldest);
        spans -= trace.size();
        judge(trace);
    }

    private void judge(List<SeenSpan> trace) {
        Map<String, SeenSpan> byId = new HashMap<>();
        trace.forEach(span -> byId.put(span.spanId(), span));
        for (SeenSpan span : trace) {
            SeenSpan parent = byId.get(span.parentId());
            if (parent != null && parent.has(SeenSpan.ORDER_ID) && !span.has(SeenSpan.ORDER_ID)) {
                new Findings(span, found)
                        .add(
                                Rule.ORDER_ID_MISSING_ON_CHILD,
                                span.span().getName() + " beneath "
                                        + parent.span().getName());
            }
        }
    }
}
