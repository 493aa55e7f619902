package io.ordertrace.portal.history;

import io.ordertrace.portal.history.HistoryJson.ActorJson;
import io.ordertrace.portal.history.HistoryJson.EventJson;
import io.ordertrace.portal.history.HistoryJson.FailureJson;
import io.ordertrace.portal.history.HistoryJson.GapJson;
import io.ordertrace.portal.history.HistoryJson.Links;
import io.ordertrace.portal.history.HistoryJson.MessageJson;
import io.ordertrace.portal.history.HistoryJson.VerdictJson;
import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.Evidence;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.Failure;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a history in its published shape. */
record HistoryJsonWriter(OrderHistory history, Wording words, boolean technicalDetail) {

    HistoryJson json() {
        Notes notes = new Notes(words, history);
        List<GapJson> gaps = history.gaps().stream()
                .map(gap -> new GapJson(lower(gap.source()), lower(gap.reason()), notes.text(gap)))
                .toList();
        List<String> traces = history.events().stream()
                .map(event -> "/jaeger/trace/" + event.evidence().traceId())
                .distinct()
                .toList();
        return new HistoryJson(
                history.order().value(),
                verdict(),
                gaps.isEmpty(),
                gaps,
                history.events().stream().map(this::event).toList(),
                new Links(traces));
    }

    private VerdictJson verdict() {
        Verdict verdict = history.verdict();
        StatusChange current = verdict.current();
        return new VerdictJson(
                lower(verdict.kind()),
                current == null ? null : current.status().code(),
                words.times().machine(verdict.since()),
                verdict.service(),
                current == null ? null : actor(current.actor()),
                new VerdictWording(words, verdict, history.askedAt()).summary());
    }

    private EventJson event(OrderEvent event) {
        return switch (event) {
            case StatusChange change ->
                written(event, "status_change", change, null, change.fault() == null ? null : failure(change.fault()));
            case MessageHop hop ->
                written(
                        event,
                        "message",
                        null,
                        message(hop),
                        hop.setback() == null ? null : failure(hop.setback().fault()));
            case Failure failure ->
                written(event, "failure", null, message(failure.messageId()), failure(failure.fault()));
        };
    }

    private EventJson written(
            OrderEvent event,
            String kind,
            @Nullable StatusChange change,
            @Nullable MessageJson message,
            @Nullable FailureJson failure) {
        Evidence evidence = event.evidence();
        return new EventJson(
                kind,
                words.times().machine(event.at()),
                evidence.service(),
                evidence.traceId().value(),
                evidence.spanId().value(),
                evidence.sources().stream()
                        .map(HistoryJsonWriter::lower)
                        .sorted()
                        .toList(),
                change == null ? null : change.status().code(),
                change == null || change.previous() == null
                        ? null
                        : change.previous().code(),
                change == null ? null : change.committed() ? "committed" : "failed",
                change == null ? null : actor(change.actor()),
                message,
                failure);
    }

    private MessageJson message(MessageHop hop) {
        OrderEvent.Message message = hop.message();
        return new MessageJson(
                message.exchange(),
                message.routingKey(),
                message.queue(),
                message.id(),
                time(hop.dueAt()),
                time(hop.publishedAt()),
                time(hop.receivedAt()),
                time(hop.processedAt()),
                hop.consumer(),
                hop.setback() == null ? null : hop.setback().deadLetterQueue());
    }

    private static @Nullable MessageJson message(@Nullable String id) {
        return id == null ? null : new MessageJson(null, null, null, id, null, null, null, null, null, null);
    }

    private FailureJson failure(Fault fault) {
        return new FailureJson(
                lower(fault.kind()),
                fault.dependency(),
                technicalDetail ? fault.type() : null,
                technicalDetail ? fault.message() : null);
    }

    private static ActorJson actor(Actor actor) {
        return new ActorJson(lower(actor.role()), actor.id());
    }

    private @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : words.times().machine(instant);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
