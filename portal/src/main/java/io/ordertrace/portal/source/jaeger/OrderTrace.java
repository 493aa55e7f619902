package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.SpanId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One trace as a tree. Spans of nobody's or another order hold the tree together but tell nothing. */
final class OrderTrace {

    private final Map<SpanId, Span> spans = new LinkedHashMap<>();
    private final Map<SpanId, Duration> shifts = new HashMap<>();
    private final List<Span> ours;

    OrderTrace(OrderId order, Collection<Span> spans) {
        spans.forEach(span -> this.spans.putIfAbsent(span.id(), span));
        this.ours = this.spans.values().stream()
                .filter(span -> order.value().equals(span.value(Attributes.ORDER_ID)))
                .toList();
        alignClocks();
    }

    /** The spans that carry the asked order's id. */
    List<Span> ours() {
        return ours;
    }

    List<Span> ours(Predicate<Span> condition) {
        return ours.stream().filter(condition).toList();
    }

    /** From the parent up to the root, one by one; ends early where a parent is missing or spans run in a circle. */
    Stream<Span> ancestors(Span span) {
        return Stream.iterate(parent(span), Objects::nonNull, this::parent);
    }

    /** The span and what is above it within its service, up to the request or message by which that was entered. */
    Stream<Span> withinEntry(Span span) {
        if (span.entry()) {
            return Stream.of(span);
        }
        return Stream.concat(
                Stream.of(span),
                ancestors(span).takeWhile(above -> above.service().equals(span.service()) && !above.entry()));
    }

    /** The request or message by which the span's service was entered; the span itself when that is unknown. */
    Span entryOf(Span span) {
        if (span.entry()) {
            return span;
        }
        return ancestors(span)
                .filter(above -> above.entry() && above.service().equals(span.service()))
                .findFirst()
                .orElse(span);
    }

    /**
     * A time of this span, corrected so that nothing seems to begin before what caused it in another service: clocks of
     * two machines differ.
     */
    Instant causal(Span span, Instant time) {
        return time.plus(shifts.getOrDefault(span.id(), Duration.ZERO));
    }

    /** Services of which a span is missing inside: a parent within the same service is named but was not delivered. */
    List<String> orphaned() {
        return ours(span -> !span.entry() && span.parent() != null && !spans.containsKey(span.parent())).stream()
                .map(Span::service)
                .distinct()
                .toList();
    }

    // From the roots downwards, each span once. Spans in a circle are not reached.
    private void alignClocks() {
        Map<SpanId, List<Span>> children = new HashMap<>();
        Queue<Span> next = new ArrayDeque<>();
        for (Span span : spans.values()) {
            if (span.parent() == null || !spans.containsKey(span.parent())) {
                shifts.put(span.id(), Duration.ZERO);
                next.add(span);
            } else {
                children.computeIfAbsent(span.parent(), id -> new ArrayList<>()).add(span);
            }
        }
        while (!next.isEmpty()) {
            Span cause = next.remove();
            Duration causal = shifts.getOrDefault(cause.id(), Duration.ZERO);
            for (Span effect : children.getOrDefault(cause.id(), List.of())) {
                shifts.put(effect.id(), causal.plus(late(cause, effect)));
                next.add(effect);
            }
        }
    }

    private static Duration late(Span cause, Span effect) {
        return !cause.service().equals(effect.service()) && effect.start().isBefore(cause.start())
                ? Duration.between(effect.start(), cause.start())
                : Duration.ZERO;
    }

    private @Nullable Span parent(Span span) {
        boolean reached = shifts.containsKey(span.id());
        return span.parent() == null || !reached ? null : spans.get(span.parent());
    }
}
