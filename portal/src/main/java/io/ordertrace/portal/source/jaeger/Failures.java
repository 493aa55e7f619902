package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.Evidence;
import io.ordertrace.portal.order.OrderEvent.Failure;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.jaeger.OrderTraceReader.Placed;
import java.util.List;
import java.util.Set;

/** Reads errors outside changes of status: each chain of failed spans once, where it began. */
record Failures(OrderTrace trace, Messages messages, Operations operations) {

    List<Placed> from(FailedSpans failed) {
        return failed.leaves().stream()
                .filter(leaf -> !belongsToStatusChange(leaf) && !answeredNo(leaf))
                .map(this::placed)
                .toList();
    }

    private Placed placed(Span leaf) {
        Publication publication = messages.publications().around(leaf);
        return publication == null
                ? new Placed(trace.causal(leaf, leaf.end()), failure(leaf))
                : new Placed(trace.causal(leaf, publication.afterChange(leaf.end())), notSent(leaf, publication));
    }

    private boolean belongsToStatusChange(Span leaf) {
        return StatusChanges.isStatusChange(leaf) || trace.ancestors(leaf).anyMatch(FailedSpans::failedChange);
    }

    // "Not found" and the like are answers: they matter only if the caller failed because of them.
    private boolean answeredNo(Span leaf) {
        String http = leaf.first(Attributes.HTTP_STATUS);
        boolean no = http != null && http.matches("4(?!08|29)\\d\\d");
        boolean callerFailed = trace.ancestors(leaf).limit(1).anyMatch(Span::error);
        return leaf.kind() == Span.Kind.CLIENT && no && !callerFailed;
    }

    private Failure notSent(Span leaf, Publication publication) {
        Span top = top(leaf);
        boolean sent = messages.sent(publication).isPresent();
        return new Failure(
                evidence(leaf), leaf.end(), top.name(), Faults.of(trace, leaf, top), sent, publication.messageId());
    }

    private Failure failure(Span leaf) {
        Span entry = trace.entryOf(leaf);
        Span message = Delivery.isDeadLetter(leaf) ? leaf : entry.kind() == Span.Kind.CONSUMER ? entry : null;
        boolean recovered = message == null
                ? overcome(entry)
                : messages.outcome(message)
                        .filter(outcome -> outcome.processed() || outcome.putAside() != null)
                        .map(Delivery::processed)
                        .orElseGet(() -> overcome(entry));
        return new Failure(
                evidence(leaf),
                leaf.end(),
                entry.name(),
                Faults.of(trace, leaf, top(leaf)),
                recovered,
                message == null ? null : message.first(Attributes.MESSAGE_ID));
    }

    private boolean overcome(Span entry) {
        return !entry.error() || operations.succeededAfter(entry);
    }

    /** The furthest span of the same service that failed because of this one. */
    private Span top(Span leaf) {
        return trace.ancestors(leaf)
                .takeWhile(Span::error)
                .filter(span -> span.service().equals(leaf.service()))
                .reduce((nearer, further) -> further)
                .orElse(leaf);
    }

    private static Evidence evidence(Span leaf) {
        return new Evidence(leaf.service(), leaf.traceId(), leaf.id(), Set.of(Origin.JAEGER));
    }
}
