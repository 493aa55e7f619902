package io.ordertrace.mes.message;

import io.opentelemetry.context.Scope;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderTelemetry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the other services about a change. Call it after the change is committed: an outbox would store the message in
 * the same place and send it later.
 */
@Component
public class OrderMessages {

    private final RabbitTemplate rabbit;
    private final JsonMapper json;
    private final MessagingSettings settings;
    private final OrderTelemetry telemetry;

    OrderMessages(RabbitTemplate rabbit, JsonMapper json, MessagingSettings settings, OrderTelemetry telemetry) {
        this.rabbit = rabbit;
        this.json = json;
        this.settings = settings;
        this.telemetry = telemetry;
    }

    /**
     * Returns once the broker has confirmed that the message lies in a queue.
     *
     * @throws MessageNotTaken if it refuses, knows no queue for it, cannot be reached or is silent
     */
    public void publish(String routingKey, OrderMessage order) {
        String id = order.messageId().toString();
        CorrelationData delivery = new CorrelationData(id);
        try (Scope ignored = telemetry.message(id)) {
            rabbit.send(OrderQueue.EXCHANGE, routingKey, message(order), delivery);
            CorrelationData.Confirm confirm =
                    delivery.getFuture().get(settings.confirmTimeout().toMillis(), TimeUnit.MILLISECONDS);
            if (!confirm.ack()) {
                throw new MessageNotTaken(routingKey, "refused", null);
            }
        } catch (AmqpException | ExecutionException e) {
            throw new MessageNotTaken(routingKey, "the connection failed", e);
        } catch (TimeoutException e) {
            throw new MessageNotTaken(routingKey, "no confirmation within " + settings.confirmTimeout(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessageNotTaken(routingKey, "interrupted", e);
        }
        if (delivery.getReturned() != null) {
            throw new MessageNotTaken(routingKey, "no queue is bound", null);
        }
    }

    private Message message(OrderMessage order) {
        return MessageBuilder.withBody(json.writeValueAsBytes(order))
                .setContentType(MessageProperties.CONTENT_TYPE_JSON)
                .setContentEncoding(StandardCharsets.UTF_8.name())
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .setMessageId(order.messageId().toString())
                .build();
    }
}
