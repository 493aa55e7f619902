package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.SpanId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The failed spans of an order in one trace below which nothing else of it failed: where errors began.
 *
 * @param leaves all of them
 * @param belowChanges those that lie below a failed change of status, by the span of that change
 */
record FailedSpans(List<Span> leaves, Map<SpanId, List<Span>> belowChanges) {

    FailedSpans {
        leaves = List.copyOf(leaves);
        belowChanges = Map.copyOf(belowChanges);
    }

    static FailedSpans of(OrderTrace trace) {
        List<Span> failed = trace.ours(span -> span.error() && !Delivery.isDeadLetter(span));
        Set<SpanId> above = new HashSet<>();
        for (Span span : failed) {
            // What is above a marked span is marked too: no span is visited twice.
            Iterator<Span> way = trace.ancestors(span).iterator();
            while (way.hasNext() && above.add(way.next().id())) {}
        }
        List<Span> leaves = withLetters(
                trace,
                failed.stream().filter(span -> !above.contains(span.id())).toList());
        Map<SpanId, List<Span>> belowChanges = new HashMap<>();
        for (Span leaf : leaves) {
            trace.ancestors(leaf)
                    .filter(FailedSpans::failedChange)
                    .forEach(change -> belowChanges
                            .computeIfAbsent(change.id(), id -> new ArrayList<>())
                            .add(leaf));
        }
        return new FailedSpans(leaves, belowChanges);
    }

    // A dead letter knows better than the delivery in which it arose why that failed, but is no failure beside others.
    private static List<Span> withLetters(OrderTrace trace, List<Span> leaves) {
        Map<SpanId, Span> byEntry = new LinkedHashMap<>();
        leaves.forEach(leaf -> byEntry.put(leaf.id(), leaf));
        for (Span letter : trace.ours(Delivery::isDeadLetter)) {
            SpanId entry = trace.entryOf(letter).id();
            if (entry.equals(letter.id()) || byEntry.containsKey(entry)) {
                byEntry.put(entry, letter);
            }
        }
        return List.copyOf(byEntry.values());
    }

    List<Span> below(Span change) {
        return belowChanges.getOrDefault(change.id(), List.of());
    }

    static boolean failedChange(Span span) {
        return span.error() && StatusChanges.isStatusChange(span);
    }
}
