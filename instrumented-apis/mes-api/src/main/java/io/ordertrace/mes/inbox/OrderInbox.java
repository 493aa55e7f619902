package io.ordertrace.mes.inbox;

import io.opentelemetry.context.Scope;
import io.ordertrace.mes.pricing.Pricing;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.StoredModel;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens to MES's queue. Whatever is thrown is retried a few times if a retry may help, and then goes to the
 * dead-letter queue.
 */
@Component
class OrderInbox {

    private final JsonMapper json;
    private final Pricing pricing;
    private final OrderCopies copies;
    private final OrderTelemetry telemetry;

    OrderInbox(JsonMapper json, Pricing pricing, OrderCopies copies, OrderTelemetry telemetry) {
        this.json = json;
        this.pricing = pricing;
        this.copies = copies;
        this.telemetry = telemetry;
    }

    @RabbitListener(queues = "#{T(io.ordertrace.message.OrderQueue).MES.queueName()}")
    void receive(Message message) {
        OrderMessage order = read(message);
        try (Scope ignored = telemetry.order(order.orderId())) {
            String key = message.getMessageProperties().getReceivedRoutingKey();
            if (OrderQueue.SUBMITTED.equals(key)) {
                pricing.price(order, modelOf(order));
            } else {
                copies.update(order);
            }
        }
    }

    private OrderMessage read(Message message) {
        try {
            OrderMessage order = json.readValue(message.getBody(), OrderMessage.class);
            if (order == null) {
                throw new UnusableMessage("the message is empty");
            }
            return order;
        } catch (JacksonException e) {
            // Without the cause: its text repeats parts of the body.
            throw new UnusableMessage(
                    "the message is no JSON of an order: " + e.getClass().getSimpleName());
        }
    }

    private static StoredModel modelOf(OrderMessage submitted) {
        StoredModel model = submitted.model();
        if (model == null) {
            throw new UnusableMessage("the order is submitted without a model");
        }
        return model;
    }
}
