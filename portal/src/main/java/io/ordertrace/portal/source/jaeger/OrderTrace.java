package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.SpanId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One trace as a tree. Spans of nobody's or another order hold the tree together but tell nothing. */
final class OrderTrace {

    private final Map<SpanId, Span> spans = new LinkedHashMap<>();
    private final List<Span> ours;

    OrderTrace(OrderId order, Collection<Span> spans) {
        spans.forEach(span -> this.spans.putIfAbsent(span.id(), span));
        this.ours = this.spans.values().stream()
                .filter(span -> order.value().equals(span.value(Attributes.ORDER_ID)))
                .toList();
    }

    /** The spans that carry the asked order's id. */
    List<Span> ours() {
        return ours;
    }

    List<Span> ours(Predicate<Span> condition) {
        return ours.stream().filter(condition).toList();
    }

    /** From the parent up to the root; ends early where a parent is missing or spans run in a circle. */
    List<Span> ancestors(Span span) {
        List<Span> way = new ArrayList<>();
        Set<SpanId> seen = new HashSet<>(Set.of(span.id()));
        Span next = parent(span);
        while (next != null && seen.add(next.id())) {
            way.add(next);
            next = parent(next);
        }
        return way;
    }

    boolean below(Span span, Span ancestor) {
        return ancestors(span).contains(ancestor);
    }

    /** The request or message by which the span's service was entered; the span itself when that is unknown. */
    Span entryOf(Span span) {
        if (span.entry()) {
            return span;
        }
        return ancestors(span).stream()
                .filter(above -> above.entry() && above.service().equals(span.service()))
                .findFirst()
                .orElse(span);
    }

    /**
     * A time of this span, corrected so that nothing seems to begin before what caused it in another service: clocks of
     * two machines differ.
     */
    Instant causal(Span span, Instant time) {
        List<Span> downwards = new ArrayList<>(ancestors(span).reversed());
        downwards.add(span);
        Duration shift = Duration.ZERO;
        for (int i = 1; i < downwards.size(); i++) {
            Span cause = downwards.get(i - 1);
            Span effect = downwards.get(i);
            if (!cause.service().equals(effect.service()) && effect.start().isBefore(cause.start())) {
                shift = shift.plus(Duration.between(effect.start(), cause.start()));
            }
        }
        return time.plus(shift);
    }

    /** Services of which a span is missing inside: a parent within the same service is named but was not delivered. */
    List<String> orphaned() {
        return ours(span -> !span.entry() && span.parent() != null && !spans.containsKey(span.parent())).stream()
                .map(Span::service)
                .distinct()
                .toList();
    }

    private @Nullable Span parent(Span span) {
        return span.parent() == null ? null : spans.get(span.parent());
    }
}
