package io.ordertrace.outbox;

import io.opentelemetry.context.Scope;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.MessagePublication;
import io.ordertrace.telemetry.OrderTelemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Hands messages to the broker and waits until it has them safely in a queue. Each attempt is told to the trace. */
final class Publisher {

    private final PublisherConnections connections;
    private final RabbitTemplate rabbit;
    private final OrderTelemetry telemetry;
    private final Duration confirmTimeout;

    Publisher(PublisherConnections connections, OrderTelemetry telemetry, Duration confirmTimeout) {
        this.connections = connections;
        this.rabbit = connections.template();
        this.telemetry = telemetry;
        this.confirmTimeout = confirmTimeout;
    }

    /** Sends all, then waits for all; returns those that the broker has confirmed. */
    List<StoredMessage> publish(List<StoredMessage> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        if (connections.isBlocked()) {
            return allFailed(messages, new NotPublished(FailureClass.HANG, "The broker has blocked the connection"));
        }
        List<Delivery> deliveries = new ArrayList<>();
        try {
            // One channel for all, so that they arrive in this order; opened outside the traces of the orders.
            List<StoredMessage> confirmed = rabbit.invoke(channel -> {
                messages.forEach(message -> send(channel, message).ifPresent(deliveries::add));
                return confirmed(deliveries);
            });
            return Objects.requireNonNull(confirmed);
        } catch (AmqpException e) {
            return allFailed(messages, e);
        }
    }

    private Optional<Delivery> send(RabbitOperations channel, StoredMessage message) {
        Delivery delivery = new Delivery(message, attempt(message));
        try (Scope ignored = delivery.attempt().makeCurrent()) {
            channel.send(OrderQueue.EXCHANGE, message.routingKey(), message.amqp(), delivery.correlation());
            return Optional.of(delivery);
        } catch (AmqpException e) {
            delivery.attempt().failed(e);
            return Optional.empty();
        }
    }

    private List<StoredMessage> confirmed(List<Delivery> deliveries) {
        long deadline = System.nanoTime() + confirmTimeout.toNanos();
        return deliveries.stream()
                .filter(delivery -> delivery.isConfirmedBy(deadline))
                .map(Delivery::message)
                .toList();
    }

    private List<StoredMessage> allFailed(List<StoredMessage> messages, RuntimeException reason) {
        messages.forEach(message -> attempt(message).failed(reason));
        return List.of();
    }

    private MessagePublication attempt(StoredMessage message) {
        return telemetry.publication(
                message.origin(), message.orderId(), message.messageId(), OrderQueue.EXCHANGE, message.routingKey());
    }
}
