package io.ordertrace.portal.order;

import java.util.Set;

/** What proves an event: the service that reported it, the span it was read from, and the sources that know it. */
public record Evidence(String service, TraceId traceId, SpanId spanId, Set<Origin> sources) {

    public Evidence {
        sources = Set.copyOf(sources);
    }
}
