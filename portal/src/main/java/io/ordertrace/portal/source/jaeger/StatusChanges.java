package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.Evidence;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.ModelFile;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.OrderStatus;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.jaeger.OrderTraceReader.Placed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads changes of status, committed or not. */
final class StatusChanges {

    private final OrderProcess process;

    StatusChanges(OrderProcess process) {
        this.process = process;
    }

    static boolean isStatusChange(Span span) {
        return span.name().equals(Attributes.STATUS_CHANGE_SPAN) && span.value(Attributes.STATUS) != null;
    }

    List<Placed> in(OrderTrace trace, FailedSpans failures) {
        Map<String, Span> models = new HashMap<>();
        trace.ours(StatusChanges::tellsOfModel).forEach(span -> models.putIfAbsent(span.service(), span));
        Set<String> told = new HashSet<>();
        return trace.ours(StatusChanges::isStatusChange).stream()
                .filter(span -> span.value(Attributes.CHANGED_AT) == null || told.add(change(span)))
                .map(span -> new Placed(
                        trace.causal(span, span.end()),
                        read(trace, failures, span, model(trace, span, models.get(span.service())))))
                .toList();
    }

    // A service that was killed tells its last changes again when it is back: one change has one time.
    private static String change(Span span) {
        return span.value(Attributes.STATUS) + " " + span.value(Attributes.CHANGED_AT);
    }

    private StatusChange read(OrderTrace trace, FailedSpans failures, Span span, @Nullable ModelFile model) {
        OrderStatus status = status(span.attributes().getOrDefault(Attributes.STATUS, ""));
        String previous = span.value(Attributes.PREVIOUS_STATUS);
        Fault fault = span.error() ? Faults.deepestBelow(trace, failures, span) : null;
        return new StatusChange(
                new Evidence(span.service(), span.traceId(), span.id(), Set.of(Origin.JAEGER)),
                fault == null ? changedAt(span) : span.end(),
                status,
                previous == null ? null : status(previous),
                actor(span, status),
                fault,
                model);
    }

    private static OrderStatus status(String code) {
        return new OrderStatus(Text.shortened(code, 64));
    }

    /** The database's time of the change; the end of the span where it says none. */
    static Instant changedAt(Span span) {
        String text = span.value(Attributes.CHANGED_AT);
        if (text == null) {
            return span.end();
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return span.end();
        }
    }

    // A span may name several people; the process says which of them brings an order into this status.
    private Actor actor(Span span, OrderStatus status) {
        List<Actor.Role> expected =
                process.step(status).map(OrderProcess.Step::actors).orElse(List.of());
        List<Actor> named = new ArrayList<>();
        for (Map.Entry<Actor.Role, String> role : Attributes.ACTORS.entrySet()) {
            String id = span.value(role.getValue());
            if (id != null) {
                named.add(new Actor(role.getKey(), Text.shortened(id, 64)));
            }
        }
        return named.stream()
                .filter(actor -> expected.contains(actor.role()))
                .findFirst()
                .orElse(
                        expected.equals(List.of(Actor.Role.SYSTEM)) || named.isEmpty()
                                ? Actor.SYSTEM
                                : named.getFirst());
    }

    private static boolean tellsOfModel(Span span) {
        return span.value(Attributes.MODEL_FORMAT) != null || span.value(Attributes.MODEL_KEY) != null;
    }

    // Told by the change itself, by what it happened in, or else anywhere in its service.
    private static @Nullable ModelFile model(OrderTrace trace, Span change, @Nullable Span elsewhere) {
        return Stream.concat(Stream.of(change), trace.ancestors(change))
                .filter(StatusChanges::tellsOfModel)
                .findFirst()
                .or(() -> Optional.ofNullable(elsewhere))
                .map(span -> new ModelFile(
                        span.value(Attributes.MODEL_KEY),
                        span.value(Attributes.MODEL_FORMAT),
                        number(span.value(Attributes.MODEL_SIZE)),
                        number(span.value(Attributes.MODEL_TRIANGLES)),
                        span.value(Attributes.MODEL_SHA256)))
                .orElse(null);
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
