package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.Failure;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.Setback;
import io.ordertrace.portal.order.OrderProcess.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages that are not sent or were put aside, unless the same news arrived; those for the next step first. */
record HinderedMessages(List<MessageHop> hops) {

    // A service puts a message aside within moments of the attempt that failed last.
    private static final Duration MOMENTS = Duration.ofSeconds(2);

    /** What a message tells whom: the same news may be sent more than once. */
    private record News(
            @Nullable String routingKey, @Nullable String consumer) {

        static News of(MessageHop hop) {
            return new News(hop.message().routingKey(), hop.consumer());
        }
    }

    static HinderedMessages in(List<OrderEvent> events, @Nullable Step next) {
        List<String> waitedFor = next == null ? List.of() : next.services();
        Set<News> arrived = all(events)
                .filter(hop -> hop.processedAt() != null)
                .map(News::of)
                .collect(Collectors.toSet());
        return new HinderedMessages(all(events)
                .filter(hop -> hop.setback() != null && !arrived.contains(News.of(hop)))
                .sorted(Comparator.comparing(hop -> !waitedFor.contains(hop.consumer())))
                .toList());
    }

    boolean contains(MessageHop hop) {
        return hops.contains(hop);
    }

    /** What became of a message says more than each attempt at it. */
    OrderEvent orMessageOf(OrderEvent failed) {
        return hops.stream()
                .filter(hop -> endedIn(hop, failed))
                .findFirst()
                .map(OrderEvent.class::cast)
                .orElse(failed);
    }

    /** Whether an attempt failed at this message, or while a service was at work on it that then put it aside. */
    private static boolean endedIn(MessageHop hop, OrderEvent failed) {
        Setback setback = hop.setback();
        String id = hop.message().id();
        return switch (failed) {
            case MessageHop other ->
                id == null ? hop.equals(other) : id.equals(other.message().id());
            case Failure failure
            when failure.messageId() != null -> failure.messageId().equals(id);
            default ->
                setback != null
                        && hop.deadLetter()
                        && failed.evidence().service().equals(hop.consumer())
                        && failed.evidence().traceId().equals(hop.evidence().traceId())
                        && !failed.at().isAfter(setback.since().plus(MOMENTS));
        };
    }

    private static Stream<MessageHop> all(List<OrderEvent> events) {
        return events.stream().filter(MessageHop.class::isInstance).map(MessageHop.class::cast);
    }
}
