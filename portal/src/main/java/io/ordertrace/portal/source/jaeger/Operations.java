package io.ordertrace.portal.source.jaeger;

import java.util.List;

/** The requests and messages that concerned an order, over all its traces: what failed once may have succeeded later. */
record Operations(List<Span> entries) {

    Operations {
        entries = List.copyOf(entries);
    }

    static Operations of(List<OrderTrace> traces) {
        return new Operations(traces.stream()
                .flatMap(trace -> trace.ours(Span::entry).stream())
                .toList());
    }

    boolean succeededAfter(Span failed) {
        return entries.stream()
                .anyMatch(later -> !later.error()
                        && later.service().equals(failed.service())
                        && later.name().equals(failed.name())
                        && later.start().isAfter(failed.end()));
    }
}
