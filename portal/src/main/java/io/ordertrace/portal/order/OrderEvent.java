package io.ordertrace.portal.order;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that happened to an order. */
public sealed interface OrderEvent {

    Evidence evidence();

    /** When it happened, by the clock of whoever reported it. */
    Instant at();

    /**
     * A change of status, or an attempt that did not commit.
     *
     * @param at the database's time of the change; of a failed attempt, its end
     * @param fault why it did not commit; null when it did
     */
    record StatusChange(
            Evidence evidence,
            Instant at,
            OrderStatus status,
            @Nullable OrderStatus previous,
            Actor actor,
            @Nullable Fault fault,
            @Nullable ModelFile model)
            implements OrderEvent {

        public boolean committed() {
            return fault == null;
        }
    }

    /**
     * A message on its way from one service to one consumer.
     *
     * @param publisher the sending service; null when only the receiving side is known
     * @param dueAt when the sender had it ready; null when only the receiving side is known
     * @param publishedAt when it got out; null when it did not, or only the receiving side is known
     * @param consumer the receiving service; null when nobody is known to have received it
     * @param receivedAt when the consumer took it; null when it is not known to have
     * @param processedAt when the consumer had processed it; null when it has not
     * @param setback what keeps the message from arriving; null when nothing is known to
     */
    record MessageHop(
            Evidence evidence,
            Message message,
            @Nullable String publisher,
            @Nullable Instant dueAt,
            @Nullable Instant publishedAt,
            @Nullable String consumer,
            @Nullable Instant receivedAt,
            @Nullable Instant processedAt,
            @Nullable Setback setback)
            implements OrderEvent {

        public MessageHop {
            if (publishedAt == null && receivedAt == null && setback == null) {
                throw new IllegalArgumentException("a hop was published, received or hindered");
            }
        }

        @Override
        public Instant at() {
            Instant moved = publishedAt != null ? publishedAt : receivedAt;
            return moved != null ? moved : Objects.requireNonNull(setback).since();
        }

        /** Whether the sender tried and could not send it. */
        public boolean notSent() {
            return setback != null && setback.deadLetterQueue() == null;
        }

        /** Whether the consumer gave up on it. */
        public boolean deadLetter() {
            return setback != null && setback.deadLetterQueue() != null;
        }

        /** The same towards a consumer of which nothing is known, by the queue it reads. */
        public MessageHop towards(String consumer, String queue) {
            Message queued = new Message(message.exchange(), message.routingKey(), queue, message.id());
            Setback shared = notSent() ? setback : null;
            return new MessageHop(evidence, queued, publisher, dueAt, publishedAt, consumer, null, null, shared);
        }

        /** The same, received outside the trace in which another was sent. */
        public MessageHop sentLike(MessageHop sent) {
            Message known =
                    new Message(sent.message.exchange(), sent.message.routingKey(), message.queue(), sent.message.id());
            return new MessageHop(
                    sent.evidence,
                    known,
                    sent.publisher,
                    sent.dueAt,
                    sent.publishedAt,
                    consumer,
                    receivedAt,
                    processedAt,
                    setback);
        }

        /** The same with the queue it went through. */
        public MessageHop through(String queue) {
            Message queued = new Message(message.exchange(), message.routingKey(), queue, message.id());
            return new MessageHop(
                    evidence, queued, publisher, dueAt, publishedAt, consumer, receivedAt, processedAt, setback);
        }
    }

    /**
     * What keeps a message from arriving.
     *
     * @param since when it began
     * @param deadLetterQueue where the consumer put the message aside; null when the sender could not send it
     */
    record Setback(Fault fault, Instant since, @Nullable String deadLetterQueue) {}

    /**
     * Which message.
     *
     * @param id the sender's message id
     */
    record Message(
            @Nullable String exchange,
            @Nullable String routingKey,
            @Nullable String queue,
            @Nullable String id) {}

    /**
     * An error outside a change of status: a dependency did not answer, a message could not be processed.
     *
     * @param operation what the service was doing
     * @param recovered whether the same operation succeeded later
     * @param messageId the message that was being sent or processed; null when there was none
     */
    record Failure(
            Evidence evidence,
            Instant at,
            String operation,
            Fault fault,
            boolean recovered,
            @Nullable String messageId) implements OrderEvent {}
}
