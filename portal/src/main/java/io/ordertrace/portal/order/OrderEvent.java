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
     * @param publishedAt null when only the receiving side is known
     * @param consumer the receiving service; null when nobody is known to have received it
     * @param receivedAt when the consumer took it; null when it is not known to have
     * @param processedAt when the consumer had processed it; null when it has not
     */
    record MessageHop(
            Evidence evidence,
            Message message,
            @Nullable String publisher,
            @Nullable Instant publishedAt,
            @Nullable String consumer,
            @Nullable Instant receivedAt,
            @Nullable Instant processedAt)
            implements OrderEvent {

        public MessageHop {
            if (publishedAt == null && processedAt == null) {
                throw new IllegalArgumentException("a hop was published or processed");
            }
        }

        @Override
        public Instant at() {
            return publishedAt != null ? publishedAt : Objects.requireNonNull(processedAt);
        }
    }

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
     */
    record Failure(Evidence evidence, Instant at, String operation, Fault fault, boolean recovered)
            implements OrderEvent {}
}
