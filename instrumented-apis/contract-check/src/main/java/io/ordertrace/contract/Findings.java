package io.ordertrace.contract;

import java.util.function.Consumer;

/** Takes down what is wrong with one span. */
record Findings(SeenSpan span, Consumer<Violation> found) {

    void add(Rule rule, String detail) {
        String service = span.service().isEmpty() ? "(no service.name)" : span.service();
        found.accept(new Violation(rule, service, span.traceId(), span.spanId(), detail));
    }
}
