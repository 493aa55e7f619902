package io.ordertrace.portal.source.jaeger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests and messages that concerned an order, over all its traces: what failed once may have succeeded later. */
final class Operations {

    private record Operation(String service, String name) {}

    private final Map<Operation, Instant> lastSuccesses = new HashMap<>();

    static Operations of(List<OrderTrace> traces) {
        Operations operations = new Operations();
        for (OrderTrace trace : traces) {
            trace.ours(span -> span.entry() && !span.error()).forEach(operations::succeeded);
        }
        return operations;
    }

    boolean succeededAfter(Span failed) {
        Instant success = lastSuccesses.get(operation(failed));
        return success != null && success.isAfter(failed.end());
    }

    private void succeeded(Span span) {
        lastSuccesses.merge(operation(span), span.start(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private static Operation operation(Span span) {
        return new Operation(span.service(), span.name());
    }
}
