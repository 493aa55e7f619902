package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads the events out of one trace, in causal order. */
final class OrderTraceReader {

    /** An event and the time that orders it within its trace. */
    record Placed(Instant causalTime, OrderEvent event) {}

    private final StatusChanges statusChanges;
    private final MessageHops messageHops;

    OrderTraceReader(OrderProcess process) {
        this.statusChanges = new StatusChanges(process);
        this.messageHops = new MessageHops(process);
    }

    List<OrderEvent> read(OrderTrace trace, Operations operations) {
        FailedSpans failures = FailedSpans.of(trace);
        Messages messages = Messages.of(trace);
        List<Placed> placed = new ArrayList<>(statusChanges.in(trace, failures));
        placed.addAll(messageHops.in(trace, messages));
        placed.addAll(new Failures(trace, messages, operations).from(failures));
        placed.sort(Comparator.comparing(Placed::causalTime));
        return placed.stream().map(Placed::event).toList();
    }
}
