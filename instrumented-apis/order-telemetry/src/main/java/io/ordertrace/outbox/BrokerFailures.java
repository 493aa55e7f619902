package io.ordertrace.outbox;

import com.rabbitmq.client.MissedHeartbeatException;
import com.rabbitmq.client.ShutdownSignalException;
import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.FailureRule;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.amqp.rabbit.support.ListenerExecutionFailedException;

/** What the exceptions of the RabbitMQ client and of Spring AMQP tell. */
final class BrokerFailures implements FailureRule {

    private final String broker;

    BrokerFailures(String broker) {
        this.broker = broker;
    }

    @Override
    public @Nullable Clue read(Throwable link) {
        return switch (link) {
            case NotPublished e -> new Clue(e.kind(), broker);
            case MissedHeartbeatException e -> new Clue(FailureClass.HANG, broker);
            // A closed channel is the broker's "no" to one request, a closed connection its absence.
            case ShutdownSignalException e ->
                new Clue(e.isHardError() ? FailureClass.UNAVAILABLE : FailureClass.ERROR, broker);
            // These two only wrap what a listener threw, which need not be the broker's fault.
            case ListenerExecutionFailedException e -> null;
            case AmqpRejectAndDontRequeueException e -> null;
            case AmqpTimeoutException e -> new Clue(FailureClass.HANG, broker);
            case AmqpConnectException e -> new Clue(FailureClass.UNAVAILABLE, broker);
            case AmqpException e -> new Clue(null, broker);
            default -> null;
        };
    }
}
