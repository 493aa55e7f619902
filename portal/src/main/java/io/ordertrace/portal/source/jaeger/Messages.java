package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.SpanId;
import io.ordertrace.portal.source.jaeger.Publication.Attempt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Both sides of the messages of one trace: what was sent, and what became of it in each service. */
final class Messages {

    private record Inbox(String service, String message) {}

    private final OrderTrace trace;
    private final Publications publications;
    private final Map<Inbox, List<Span>> deliveries = new LinkedHashMap<>();
    private final Map<Publication, Set<Inbox>> received = new IdentityHashMap<>();
    private final Set<Inbox> unannounced = new LinkedHashSet<>();
    private final Set<SpanId> arrived = new HashSet<>();
    private final Map<Inbox, Delivery> outcomes = new LinkedHashMap<>();

    private Messages(OrderTrace trace, Publications publications) {
        this.trace = trace;
        this.publications = publications;
    }

    static Messages of(OrderTrace trace) {
        Messages messages = new Messages(trace, Publications.of(trace));
        // Jaeger gives the spans of a trace in any order; the same history must read the same each time.
        trace.ours(Delivery::isDelivery).stream()
                .sorted(Comparator.comparing(Span::start).thenComparing(Span::service))
                .forEach(messages::receive);
        messages.deliveries.forEach((inbox, spans) -> messages.outcomes.put(inbox, Delivery.of(spans)));
        return messages;
    }

    Publications publications() {
        return publications;
    }

    /** The attempt by which the message got out: the first that succeeded, or whose message somebody received anyway. */
    Optional<Attempt> sent(Publication publication) {
        return publication.attempts().stream()
                .filter(attempt -> attempt.succeeded()
                        || arrived.contains(attempt.publishing().id()))
                .findFirst();
    }

    /** What became of a message in each service that received it. */
    List<Delivery> deliveries(Publication publication) {
        return received.getOrDefault(publication, Set.of()).stream()
                .map(outcomes::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What was received of messages that nobody in this trace sent. */
    List<Delivery> unannounced() {
        return unannounced.stream()
                .filter(inbox -> !inbox.message().isEmpty() || isOnlyOneOfItsService(inbox))
                .map(outcomes::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What became of the message that a span received, in that service. */
    Optional<Delivery> outcome(Span consumer) {
        return Optional.ofNullable(outcomes.get(inbox(consumer, publications.receivedBy(consumer))));
    }

    private void receive(Span span) {
        Publication publication = publications.receivedBy(span);
        Inbox inbox = inbox(span, publication);
        deliveries.computeIfAbsent(inbox, key -> new ArrayList<>()).add(span);
        if (publication == null) {
            unannounced.add(inbox);
            return;
        }
        received.computeIfAbsent(publication, key -> new LinkedHashSet<>()).add(inbox);
        trace.ancestors(span)
                .map(Span::id)
                .filter(publications::isAttempt)
                .findFirst()
                .ifPresent(arrived::add);
    }

    // A span without a message id is the client library's double of the listener's, if that reported too.
    private static Inbox inbox(Span span, @Nullable Publication publication) {
        String id = publication == null ? span.first(Attributes.MESSAGE_ID) : publication.key();
        return new Inbox(span.service(), id == null ? "" : id);
    }

    private boolean isOnlyOneOfItsService(Inbox inbox) {
        return unannounced.stream().noneMatch(other -> other.service().equals(inbox.service()) && !other.equals(inbox));
    }
}
