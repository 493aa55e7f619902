package io.ordertrace.portal.source.jaeger;

import io.ordertrace.portal.order.Evidence;
import io.ordertrace.portal.order.OrderEvent.Message;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.Setback;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.jaeger.OrderTraceReader.Placed;
import io.ordertrace.portal.source.jaeger.Publication.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes messages as events: one hop for each pair of a message and a service that received it, however often. */
final class MessageHops {

    private final OrderProcess process;

    MessageHops(OrderProcess process) {
        this.process = process;
    }

    List<Placed> in(OrderTrace trace, Messages messages) {
        List<Placed> hops = new ArrayList<>();
        for (Publication publication : messages.publications().all()) {
            hops.addAll(hops(trace, publication, messages));
        }
        for (Delivery delivery : messages.unannounced()) {
            // That a message of an unknown sender failed is told by the failure; that it arrived or ended, only here.
            if (delivery.processed() || delivery.putAside() != null) {
                hops.add(
                        new Placed(trace.causal(delivery.span(), delivery.span().start()), arrival(trace, delivery)));
            }
        }
        return hops;
    }

    private List<Placed> hops(OrderTrace trace, Publication publication, Messages messages) {
        Attempt sent = messages.sent(publication).orElse(null);
        if (sent == null) {
            return List.of(notSent(trace, publication));
        }
        Span publish = sent.publishing();
        Instant when = trace.causal(publish, publication.afterChange(publish.start()));
        List<Placed> hops = new ArrayList<>();
        for (Delivery delivery : messages.deliveries(publication)) {
            hops.add(new Placed(when, hop(trace, publication, sent, delivery)));
        }
        return hops.isEmpty() ? List.of(new Placed(when, hop(trace, publication, sent, null))) : hops;
    }

    private Placed notSent(OrderTrace trace, Publication publication) {
        Attempt last = publication.lastAttempt();
        Span span = last.span();
        Instant since = publication.firstTriedAt();
        Setback setback = new Setback(Faults.of(trace, failedPart(last), span), since, null);
        return new Placed(
                trace.causal(span, publication.afterChange(since)),
                new MessageHop(
                        evidence(span),
                        message(last, null),
                        span.service(),
                        publication.dueAt(),
                        null,
                        null,
                        null,
                        null,
                        setback));
    }

    private static Span failedPart(Attempt attempt) {
        return attempt.publishing().error() ? attempt.publishing() : attempt.span();
    }

    private MessageHop hop(OrderTrace trace, Publication publication, Attempt sent, @Nullable Delivery delivery) {
        Span publish = sent.publishing();
        return new MessageHop(
                evidence(publish),
                message(sent, delivery),
                publish.service(),
                publication.dueAt(),
                publish.start(),
                delivery == null ? null : delivery.span().service(),
                delivery == null ? null : delivery.span().start(),
                delivery == null || !delivery.processed()
                        ? null
                        : delivery.span().end(),
                delivery == null ? null : putAside(trace, delivery));
    }

    private MessageHop arrival(OrderTrace trace, Delivery delivery) {
        Span consume = delivery.span();
        Destination arrived = destination(consume);
        return new MessageHop(
                evidence(consume),
                new Message(
                        arrived.exchange(),
                        arrived.routingKey(),
                        arrived.queue(),
                        consume.first(Attributes.MESSAGE_ID)),
                null,
                null,
                null,
                consume.service(),
                consume.start(),
                delivery.processed() ? consume.end() : null,
                putAside(trace, delivery));
    }

    private static @Nullable Setback putAside(OrderTrace trace, Delivery delivery) {
        Span letter = delivery.putAside();
        if (letter == null) {
            return null;
        }
        Span top = trace.ancestors(letter)
                .takeWhile(span -> span.error() && span.service().equals(letter.service()))
                .reduce((nearer, further) -> further)
                .orElse(letter);
        String queue = letter.first(Attributes.DESTINATION);
        return new Setback(
                Faults.of(trace, letter, top), letter.start(), queue == null ? "" : Text.shortened(queue, 100));
    }

    private Message message(Attempt attempt, @Nullable Delivery delivery) {
        Destination sent = destination(attempt.publishing()).completedBy(destination(attempt.span()));
        Destination arrived = delivery == null ? Destination.UNKNOWN : destination(delivery.span());
        String id = attempt.first(Attributes.MESSAGE_ID);
        return new Message(
                sent.exchange(),
                sent.routingKey() != null ? sent.routingKey() : arrived.routingKey(),
                arrived.queue(),
                id != null || delivery == null ? id : delivery.span().first(Attributes.MESSAGE_ID));
    }

    private static Evidence evidence(Span span) {
        return new Evidence(span.service(), span.traceId(), span.id(), Set.of(Origin.JAEGER));
    }

    // The agent calls a listener's destination by the routing key; only the process can tell that from a queue.
    private Destination destination(Span span) {
        if (Delivery.isDeadLetter(span)) {
            return Destination.UNKNOWN;
        }
        Destination named = Destination.of(span);
        return named.routingKey() == null && process.rule(named.queue()).isPresent()
                ? new Destination(named.exchange(), named.queue(), null)
                : named;
    }
}
