package io.ordertrace.crm.messaging;

import io.opentelemetry.context.Scope;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderTelemetry;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the other services about a committed change. A transactional outbox would take this class's place: it would
 * store the message in the transaction of the change and send it later.
 */
@Component
public class OrderAnnouncements {

    private final RabbitOperations rabbit;
    private final JsonMapper json;
    private final Duration confirmTimeout;
    private final OrderTelemetry telemetry;

    OrderAnnouncements(RabbitOperations rabbit, JsonMapper json, MessagingSettings settings, OrderTelemetry telemetry) {
        this.rabbit = rabbit;
        this.json = json;
        this.confirmTimeout = settings.confirmTimeout();
        this.telemetry = telemetry;
    }

    /**
     * Returns once the broker has confirmed that the message lies in a queue.
     *
     * @throws NotAnnounced if the broker did not say so; it may have the message nevertheless
     */
    public void announce(String routingKey, OrderMessage order) {
        String id = order.messageId().toString();
        CorrelationData delivery = new CorrelationData(id);
        try (Scope ignored = telemetry.message(id)) {
            rabbit.convertAndSend(OrderQueue.EXCHANGE, routingKey, message(order), delivery);
            if (!confirm(delivery).ack()) {
                throw new NotAnnounced(order, "the broker refused it", null);
            }
        } catch (AmqpException | ExecutionException e) {
            throw new NotAnnounced(order, "the broker cannot be reached", e);
        } catch (TimeoutException e) {
            throw new NotAnnounced(order, "the broker did not confirm it in time", e);
        }
        if (delivery.getReturned() != null) {
            throw new NotAnnounced(order, "no queue is bound", null);
        }
    }

    private CorrelationData.Confirm confirm(CorrelationData delivery) throws ExecutionException, TimeoutException {
        try {
            return delivery.getFuture().get(confirmTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }

    private Message message(OrderMessage order) {
        return MessageBuilder.withBody(json.writeValueAsBytes(order))
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setMessageId(order.messageId().toString())
                .build();
    }
}
