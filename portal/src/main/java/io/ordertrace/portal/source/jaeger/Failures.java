package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.Evidence;
import io.ordertrace.portal.order.OrderEvent.Failure;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.jaeger.OrderTraceReader.Placed;
import java.util.List;
import java.util.Set;

/** Reads errors outside changes of status: each chain of failed spans once, where it began. */
final class Failures {

    private Failures() {}

    static List<Placed> in(OrderTrace trace, Operations operations) {
        return Faults.leaves(trace).stream()
                .filter(leaf -> !belongsToStatusChange(trace, leaf) && !answeredNo(trace, leaf))
                .map(leaf -> new Placed(trace.causal(leaf, leaf.end()), failure(trace, leaf, operations)))
                .toList();
    }

    private static boolean belongsToStatusChange(OrderTrace trace, Span leaf) {
        return StatusChanges.isStatusChange(leaf)
                || trace.ancestors(leaf).stream().anyMatch(span -> span.error() && StatusChanges.isStatusChange(span));
    }

    // "Not found" and the like are answers: they matter only if the caller failed because of them.
    private static boolean answeredNo(OrderTrace trace, Span leaf) {
        String http = leaf.first(Attributes.HTTP_STATUS);
        boolean no = http != null && http.matches("4(?!08|29)\\d\\d");
        boolean callerFailed = trace.ancestors(leaf).stream().limit(1).anyMatch(Span::error);
        return leaf.kind() == Span.Kind.CLIENT && no && !callerFailed;
    }

    private static Failure failure(OrderTrace trace, Span leaf, Operations operations) {
        Span entry = trace.entryOf(leaf);
        Span top = trace.ancestors(leaf).stream()
                .takeWhile(Span::error)
                .filter(span -> span.service().equals(leaf.service()))
                .reduce((nearer, further) -> further)
                .orElse(leaf);
        return new Failure(
                new Evidence(leaf.service(), leaf.traceId(), leaf.id(), Set.of(Origin.JAEGER)),
                leaf.end(),
                entry.name(),
                Faults.of(trace, leaf, top),
                !entry.error() || operations.succeededAfter(entry));
    }
}
