package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.FoundEvents;
import io.ordertrace.portal.source.Gap;
import io.ordertrace.portal.source.OrderEventSource;
import io.ordertrace.portal.source.SourceUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks every source for an order and makes one history of the answers. */
class OrderHistories {

    private final List<OrderEventSource> sources;
    private final OrderProcess process;
    private final Duration deadline;
    private final Clock clock;

    OrderHistories(List<OrderEventSource> sources, OrderProcess process, Duration deadline, Clock clock) {
        this.sources = List.copyOf(sources);
        this.process = process;
        this.deadline = deadline;
        this.clock = clock;
    }

    /**
     * The history of the order under the first of its spellings that is known.
     *
     * @throws OrderNotFound when every source answered and none knows it
     * @throws SourceUnavailable when none knows it and one could not be asked
     */
    OrderHistory find(OrderId asked) {
        Instant until = clock.instant().plus(deadline);
        Duration left = deadline;
        for (OrderId order : asked.spellings()) {
            FoundEvents found = ask(order, left);
            left = remaining(until);
            if (!found.events().isEmpty()) {
                return assemble(order, found);
            }
        }
        throw new OrderNotFound(
                asked, sources.stream().map(OrderEventSource::origin).toList());
    }

    private FoundEvents ask(OrderId order, Duration within) {
        List<OrderEvent> events = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        SourceUnavailable failure = null;
        for (OrderEventSource source : sources) {
            try {
                FoundEvents found = source.find(order, within);
                events.addAll(found.events());
                gaps.addAll(found.gaps());
            } catch (SourceUnavailable e) {
                failure = e;
                gaps.add(new Gap(e.source(), Gap.Reason.UNAVAILABLE, List.of()));
            }
        }
        if (events.isEmpty() && failure != null) {
            // A second spelling got what was left of the deadline; the person has waited for all of it.
            throw new SourceUnavailable(failure.source(), failure.operation(), failure.reason(), deadline, failure);
        }
        return new FoundEvents(events, gaps);
    }

    private Duration remaining(Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        return left.isPositive() ? left : Duration.ofMillis(1);
    }

    private OrderHistory assemble(OrderId order, FoundEvents found) {
        Instant now = clock.instant();
        CausalOrder sorted = CausalOrder.of(found.events());
        List<OrderEvent> events = ExpectedConsumers.added(Redeliveries.joined(sorted.events()), process);
        List<Gap> gaps = new ArrayList<>(found.gaps());
        missingBeginning(events, found).ifPresent(gaps::add);
        return new OrderHistory(
                order, events, Verdicts.given(process, gaps).on(events, now), gaps, sorted.doubtfulClocks(), now);
    }

    // Services name the status that an order came from; if nothing tells how it got there, the beginning is missing.
    private static Optional<Gap> missingBeginning(List<OrderEvent> events, FoundEvents found) {
        Origin origin =
                found.events().getFirst().evidence().sources().contains(Origin.JAEGER) ? Origin.JAEGER : Origin.STORED;
        return OrderHistory.committedIn(events)
                .findFirst()
                .map(StatusChange::previous)
                .map(previous -> new Gap(origin, Gap.Reason.OUTSIDE_RETENTION, List.of()));
    }
}
