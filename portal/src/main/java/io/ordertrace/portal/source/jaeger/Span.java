package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.SpanId;
import io.ordertrace.portal.order.TraceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span as Jaeger keeps it, with attributes as cleaned text. */
record Span(
        TraceId traceId,
        SpanId id,
        @Nullable SpanId parent,
        String service,
        String name,
        Kind kind,
        Instant start,
        Instant end,
        boolean error,
        Map<String, String> attributes) {

    enum Kind {
        INTERNAL,
        SERVER,
        CLIENT,
        PRODUCER,
        CONSUMER
    }

    Span {
        attributes = Map.copyOf(attributes);
    }

    /** The first of these attributes that is there: old and new names of the same thing. */
    @Nullable
    String first(List<String> names) {
        return names.stream()
                .map(attributes::get)
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String value(String name) {
        return attributes.get(name);
    }

    /** Whether a service is entered here: by a request or by a message. */
    boolean entry() {
        return kind == Kind.SERVER || kind == Kind.CONSUMER;
    }

    Duration duration() {
        return Duration.between(start, end);
    }
}
