package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.Failure;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.OrderProcess.MessageRule;
import io.ordertrace.portal.order.OrderProcess.Step;
import io.ordertrace.portal.source.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges events: how does the order stand now?
 *
 * @param complete false while events may be missing: then nothing is concluded from an event that is not there
 * @param reporting services of which something is known that they have not reported whole: they may be at work just now
 */
record Verdicts(OrderProcess process, boolean complete, Set<String> reporting) {

    // A message sent right after a change may bear a slightly earlier time, as database and service have their own
    // clocks.
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(2);

    /** How many times longer a message may take when its consumer seems to be at work on it. */
    private static final int AT_WORK = 10;

    private static final Set<Gap.Reason> HIDING = Set.of(Gap.Reason.UNAVAILABLE, Gap.Reason.LIMIT_REACHED);

    static Verdicts given(OrderProcess process, List<Gap> gaps) {
        return new Verdicts(
                process,
                gaps.stream().noneMatch(gap -> HIDING.contains(gap.reason())),
                gaps.stream()
                        .filter(gap -> gap.reason() == Gap.Reason.ORPHAN_SPANS)
                        .flatMap(gap -> gap.about().stream())
                        .collect(Collectors.toSet()));
    }

    Verdict on(List<OrderEvent> events, Instant now) {
        StatusChange current = OrderHistory.committedIn(events)
                .reduce((earlier, later) -> later)
                .orElse(null);
        Step step = current == null ? null : process.step(current.status()).orElse(null);
        Step next = current == null
                ? process.statuses().getFirst()
                : process.wayAfter(current.status()).stream().findFirst().orElse(null);
        Instant since = current == null ? events.getLast().at() : current.at();
        if (step != null && step.ending() != null) {
            return new Verdict(ended(step.ending()), current, null, since, null, true);
        }
        MessageHop lost = lastLost(events, current, next, now);
        OrderEvent failed = lastFailed(events, current, next);
        if (failed != null && (lost == null || since(failed).isAfter(lost.at()))) {
            return new Verdict(Verdict.Kind.FAILED, current, failed, since(failed), next, complete);
        }
        if (lost != null) {
            return new Verdict(Verdict.Kind.LOST, current, lost, lost.at(), next, complete);
        }
        return new Verdict(
                late(step, since, now) ? Verdict.Kind.LATE : Verdict.Kind.IN_PROGRESS,
                current,
                null,
                since,
                next,
                complete);
    }

    private static Instant since(OrderEvent failed) {
        return failed instanceof MessageHop hop && hop.setback() != null
                ? hop.setback().since()
                : failed.at();
    }

    /** Whether this message should have arrived by now and did not; one that arrived and failed is not lost. */
    boolean isLost(MessageHop hop, Instant now) {
        Optional<MessageRule> rule = process.rule(hop.message().routingKey());
        Instant published = hop.publishedAt();
        return complete
                && hop.receivedAt() == null
                && hop.processedAt() == null
                && published != null
                && hop.consumer() != null
                && rule.isPresent()
                && published.plus(limit(hop, rule.get())).isBefore(now);
    }

    // A service at work has not told so yet; but spans that a killed one left behind are no work.
    private Duration limit(MessageHop hop, MessageRule rule) {
        return reporting.contains(hop.consumer()) ? rule.within().multipliedBy(AT_WORK) : rule.within();
    }

    private static Verdict.Kind ended(OrderProcess.Ending ending) {
        return switch (ending) {
            case DONE -> Verdict.Kind.DONE;
            case CANCELLED -> Verdict.Kind.CANCELLED;
            case REJECTED -> Verdict.Kind.REJECTED;
        };
    }

    // Messages of earlier statuses do not count: the order went on without them.
    // Of several consumers, whoever makes the next step matters most.
    private @Nullable MessageHop lastLost(
            List<OrderEvent> events, @Nullable StatusChange current, @Nullable Step next, Instant now) {
        List<String> waitedFor = next == null ? List.of() : next.services();
        return events.stream()
                .filter(MessageHop.class::isInstance)
                .map(MessageHop.class::cast)
                .filter(hop -> isLost(hop, now))
                .filter(hop -> events.stream().noneMatch(event -> replaces(event, hop)))
                .filter(hop ->
                        current == null || !hop.at().isBefore(current.at().minus(CLOCKS_DIFFER_BY)))
                .max(Comparator.<MessageHop, Instant>comparing(MessageHop::at)
                        .thenComparing(hop -> waitedFor.contains(hop.consumer())))
                .orElse(null);
    }

    // The same news may have been sent again and have arrived then.
    private static boolean replaces(OrderEvent event, MessageHop lost) {
        return event instanceof MessageHop hop
                && hop.processedAt() != null
                && hop.publishedAt() != null
                && !hop.publishedAt().isBefore(lost.at())
                && Objects.equals(hop.consumer(), lost.consumer())
                && Objects.equals(hop.message().routingKey(), lost.message().routingKey());
    }

    private @Nullable OrderEvent lastFailed(
            List<OrderEvent> events, @Nullable StatusChange current, @Nullable Step next) {
        List<OrderEvent> since = events.subList(current == null ? 0 : events.indexOf(current) + 1, events.size());
        HinderedMessages hindered = HinderedMessages.in(since, next);
        return since.stream()
                .filter(event -> switch (event) {
                    case StatusChange change -> !change.committed() && couldFollow(current, change);
                    case Failure failure -> !failure.recovered();
                    case MessageHop hop -> hindered.contains(hop);
                })
                .reduce((earlier, later) -> later)
                .map(hindered::orMessageOf)
                .orElse(null);
    }

    // A second click on a button is refused, and nothing is wrong with the order.
    private boolean couldFollow(@Nullable StatusChange current, StatusChange attempt) {
        return current == null
                || process.step(current.status())
                        .map(step -> step.next().contains(attempt.status()))
                        .orElse(true);
    }

    private boolean late(@Nullable Step step, Instant since, Instant now) {
        return complete
                && step != null
                && step.expected() != null
                && since.plus(step.expected()).isBefore(now);
    }
}
