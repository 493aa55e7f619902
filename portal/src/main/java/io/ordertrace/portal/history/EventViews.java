package io.ordertrace.portal.history;

import io.ordertrace.portal.history.TimelineView.AttemptView;
import io.ordertrace.portal.history.TimelineView.AttemptsView;
import io.ordertrace.portal.history.TimelineView.HopView;
import io.ordertrace.portal.history.TimelineView.TimeView;
import io.ordertrace.portal.history.TimelineView.TraceView;
import io.ordertrace.portal.order.Evidence;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.Failure;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.Setback;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderProcess.MessageRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what happened between two statuses into words. */
record EventViews(Wording words, Verdicts verdicts, Instant now, boolean technicalDetail) {

    TimeView time(Instant instant) {
        Times times = words.times();
        return new TimeView(times.machine(instant), times.absolute(instant), times.relative(instant));
    }

    TraceView trace(Evidence evidence, String subject) {
        return new TraceView(
                "/jaeger/trace/" + evidence.traceId(),
                words.text("trace.label", subject),
                evidence.traceId().value(),
                evidence.spanId().value());
    }

    List<HopView> hops(List<OrderEvent> section) {
        return section.stream()
                .filter(MessageHop.class::isInstance)
                .map(MessageHop.class::cast)
                .map(this::hop)
                .toList();
    }

    @Nullable
    AttemptsView attempts(List<OrderEvent> section) {
        List<OrderEvent> failed =
                section.stream().filter(event -> !(event instanceof MessageHop)).toList();
        if (failed.isEmpty()) {
            return null;
        }
        String causes = failed.stream()
                .map(event -> words.fault(faultOf(event), event.evidence().service()))
                .distinct()
                .collect(Collectors.joining("; "));
        return new AttemptsView(
                words.text("attempts", words.counted("attempts", failed.size()), causes),
                failed.stream().map(this::attempt).toList());
    }

    private HopView hop(MessageHop hop) {
        String state = state(hop);
        String key = hop.message().routingKey() == null
                ? words.text("message")
                : hop.message().routingKey();
        String from = words.service(hop.publisher());
        String to = words.service(hop.consumer());
        return new HopView(
                state,
                words.text("sign.hop." + state),
                key,
                words.text("hop.way", from, to),
                outcome(hop, state),
                about(hop),
                trace(hop.evidence(), key));
    }

    private String state(MessageHop hop) {
        if (hop.setback() != null) {
            return hop.notSent() ? "not-sent" : "dead-letter";
        }
        if (hop.processedAt() != null) {
            return usual(hop).filter(usual -> way(hop).compareTo(usual) > 0).isPresent() ? "late" : "processed";
        }
        if (hop.receivedAt() != null) {
            return "failed";
        }
        return verdicts.isLost(hop, now) ? "lost" : "pending";
    }

    private String outcome(MessageHop hop, String state) {
        Setback setback = hop.setback();
        if (setback != null) {
            String fault = new MessageWording(words, hop).fault(setback);
            return words.text("hop." + state, fault, words.moment(setback.since()));
        }
        if (hop.publishedAt() == null || hop.processedAt() == null) {
            return words.text("hop." + state);
        }
        String took = words.duration(way(hop));
        return usual(hop)
                .filter(usual -> state.equals("late"))
                .map(usual -> words.text("hop.late", took, words.limit(usual)))
                .orElse(took);
    }

    // From the change it tells of: however long the sender could not send it, the receiver waited.
    private static Duration way(MessageHop hop) {
        Instant from = hop.dueAt() != null ? hop.dueAt() : hop.publishedAt();
        Instant until = hop.processedAt();
        return from == null || until == null || until.isBefore(from) ? Duration.ZERO : Duration.between(from, until);
    }

    private Optional<Duration> usual(MessageHop hop) {
        return words.process().rule(hop.message().routingKey()).map(MessageRule::usual);
    }

    private String about(MessageHop hop) {
        String id = hop.message().id();
        String queue = hop.message().queue();
        String aside = hop.setback() == null ? null : hop.setback().deadLetterQueue();
        return Stream.of(
                        queue == null ? null : words.text("hop.queue", queue),
                        aside == null ? null : words.text("hop.queue", aside),
                        id == null ? null : words.text("hop.id", id),
                        words.times().absolute(hop.at()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private AttemptView attempt(OrderEvent event) {
        Fault fault = faultOf(event);
        String cause = words.fault(fault, event.evidence().service());
        String text = switch (event) {
            case StatusChange change ->
                words.text("attempt.status", words.status(change.status()), words.actor(change.actor()), cause);
            case Failure failure when failure.recovered() -> words.text("attempt.recovered", cause);
            default ->
                words.text("attempt.failure", words.service(event.evidence().service()), cause);
        };
        return new AttemptView(time(event.at()), text, technical(event, fault), trace(event.evidence(), text));
    }

    private @Nullable String technical(OrderEvent event, Fault fault) {
        if (!technicalDetail) {
            return null;
        }
        String operation = event instanceof Failure failure ? failure.operation() : null;
        return Stream.of(operation, fault.type(), fault.message())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static Fault faultOf(OrderEvent event) {
        return switch (event) {
            case StatusChange change when change.fault() != null -> change.fault();
            case Failure failure -> failure.fault();
            default -> throw new IllegalArgumentException("did not fail: " + event);
        };
    }
}
