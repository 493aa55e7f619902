package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.SpanId;
import io.ordertrace.portal.source.jaeger.Publication.Attempt;
import io.ordertrace.portal.source.jaeger.Publication.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages that were sent, or should have been, within one trace. */
final class Publications {

    private record Key(String service, String messageOrSpan) {}

    private final OrderTrace trace;
    private final Map<SpanId, Publication> bySpan = new HashMap<>();
    private final Map<String, Publication> byMessage = new HashMap<>();
    private final List<Publication> all = new ArrayList<>();

    private Publications(OrderTrace trace) {
        this.trace = trace;
    }

    static Publications of(OrderTrace trace) {
        Publications publications = new Publications(trace);
        Map<String, NavigableMap<Instant, Change>> changes = committedChanges(trace);
        Map<Key, List<Attempt>> messages = new LinkedHashMap<>();
        for (Attempt attempt : attempts(trace)) {
            Key key = new Key(attempt.span().service(), attempt.messageOrSpan());
            messages.computeIfAbsent(key, k -> new ArrayList<>()).add(attempt);
        }
        messages.values().forEach(attempts -> publications.add(attempts, changes));
        return publications;
    }

    List<Publication> all() {
        return all;
    }

    /** The message whose sending a span is part of; null when it is part of none. */
    @Nullable
    Publication around(Span span) {
        return trace.withinEntry(span)
                .map(part -> bySpan.get(part.id()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What a consumer received; null when that was not sent within this trace. */
    @Nullable
    Publication receivedBy(Span consumer) {
        String id = consumer.first(Attributes.MESSAGE_ID);
        Publication known = id == null ? null : byMessage.get(id);
        return known != null
                ? known
                : trace.ancestors(consumer)
                        .map(above -> bySpan.get(above.id()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    boolean isAttempt(SpanId span) {
        return bySpan.containsKey(span);
    }

    private void add(List<Attempt> attempts, Map<String, NavigableMap<Instant, Change>> changes) {
        Publication tried = new Publication(attempts, null);
        Map.Entry<Instant, Change> change = changes.getOrDefault(tried.service(), Collections.emptyNavigableMap())
                .floorEntry(tried.firstTriedAt());
        Publication publication = change == null ? tried : new Publication(attempts, change.getValue());
        all.add(publication);
        String id = publication.messageId();
        if (id != null) {
            byMessage.putIfAbsent(id, publication);
        }
        for (Attempt attempt : attempts) {
            bySpan.put(attempt.span().id(), publication);
            bySpan.put(attempt.publishing().id(), publication);
        }
    }

    private static Collection<Attempt> attempts(OrderTrace trace) {
        Map<SpanId, Attempt> attempts = new LinkedHashMap<>();
        trace.ours(Publications::isAttempt).forEach(span -> attempts.put(span.id(), new Attempt(span, null)));
        for (Span producer : trace.ours(span -> span.kind() == Span.Kind.PRODUCER)) {
            Span span = trace.withinEntry(producer)
                    .filter(Publications::isAttempt)
                    .filter(around -> attempts.containsKey(around.id()))
                    .findFirst()
                    .orElse(producer);
            attempts.put(span.id(), new Attempt(span, span.equals(producer) ? null : producer));
        }
        return attempts.values();
    }

    private static boolean isAttempt(Span span) {
        return span.name().equals(Attributes.MESSAGE_SPAN) && span.kind() == Span.Kind.INTERNAL;
    }

    /** By service and beginning. */
    private static Map<String, NavigableMap<Instant, Change>> committedChanges(OrderTrace trace) {
        Map<String, NavigableMap<Instant, Change>> changes = new HashMap<>();
        trace.ours(span -> StatusChanges.isStatusChange(span) && !span.error())
                .forEach(change -> changes.computeIfAbsent(change.service(), service -> new TreeMap<>())
                        .put(change.start(), new Change(StatusChanges.changedAt(change), change.end())));
        return changes;
    }
}
