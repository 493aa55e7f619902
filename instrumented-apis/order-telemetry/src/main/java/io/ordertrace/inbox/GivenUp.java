package io.ordertrace.inbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.ordertrace.telemetry.Failure;
import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.TraceContext;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.ImmediateRequeueAmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.retry.MessageRecoverer;

/**
 * What becomes of a message when the retries are used up. If a dependency hangs or is away, that is no fault of the
 * message, and it is taken from its queue again, for as long as it takes. Anything else goes to the dead-letter queue,
 * as it came, and the trace is told.
 */
final class GivenUp implements MessageRecoverer {

    private static final Logger LOG = LoggerFactory.getLogger(GivenUp.class);

    private final Inbox inbox;
    private final OrderTelemetry telemetry;
    private final String broker;

    GivenUp(Inbox inbox, OrderTelemetry telemetry, String broker) {
        this.inbox = inbox;
        this.telemetry = telemetry;
        this.broker = broker;
    }

    @Override
    public void recover(Message message, Throwable thrown) {
        telemetry.failed(thrown);
        Failure failure = failure(thrown);
        if (failure.dependency() != null && failure.kind() != FailureClass.ERROR) {
            throw new ImmediateRequeueAmqpException("To be tried again: " + failure, thrown);
        }
        try (Scope ignored = context(message).makeCurrent()) {
            inbox.aboutItsOrder(message, () -> deadLetter(message, thrown, failure));
        }
        throw new AmqpRejectAndDontRequeueException("The retries are used up", true, thrown);
    }

    /** Nothing of the body is logged: nobody knows what is in a message that cannot be read. */
    private void deadLetter(Message message, Throwable thrown, Failure failure) {
        String queue = message.getMessageProperties().getConsumerQueue() + ".dead";
        String id = message.getMessageProperties().getMessageId();
        LOG.error("Message {} goes to {}: {}", id, queue, failure, thrown);
        telemetry.deadLetter(queue, id, failure, thrown);
    }

    private Failure failure(Throwable thrown) {
        Failure known = telemetry.failure(thrown);
        boolean messageAtFault = Stream.iterate(thrown, link -> link != null, Throwable::getCause)
                .anyMatch(UnusableMessage.class::isInstance);
        return messageAtFault ? new Failure(known.kind(), broker) : known;
    }

    /** The listener's, if the agent has made one; else the one that the message brought. */
    private static Context context(Message message) {
        if (Span.current().getSpanContext().isValid()) {
            return Context.current();
        }
        return new TraceContext(header(message, "traceparent"), header(message, "baggage")).restore();
    }

    private static @Nullable String header(Message message, String name) {
        Object value = message.getMessageProperties().getHeader(name);
        return value == null ? null : value.toString();
    }
}
