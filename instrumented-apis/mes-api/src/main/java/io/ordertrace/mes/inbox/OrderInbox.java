package io.ordertrace.mes.inbox;

import io.ordertrace.inbox.Inbox;
import io.ordertrace.inbox.UnusableMessage;
import io.ordertrace.mes.pricing.Pricing;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.StoredModel;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/**
 * Listens to MES's queue. Whatever is thrown is retried a few times if a retry may help, and then goes to the
 * dead-letter queue.
 */
@Component
class OrderInbox {

    private final Inbox inbox;
    private final Pricing pricing;
    private final OrderCopies copies;

    OrderInbox(Inbox inbox, Pricing pricing, OrderCopies copies) {
        this.inbox = inbox;
        this.pricing = pricing;
        this.copies = copies;
    }

    @RabbitListener(queues = "#{T(io.ordertrace.message.OrderQueue).MES.queueName()}")
    void receive(Message message) {
        String key = message.getMessageProperties().getReceivedRoutingKey();
        inbox.receive(message, order -> {
            if (OrderQueue.SUBMITTED.equals(key)) {
                pricing.price(order, modelOf(order));
            } else {
                copies.update(order);
            }
        });
    }

    private static StoredModel modelOf(OrderMessage submitted) {
        StoredModel model = submitted.model();
        if (model == null) {
            throw new UnusableMessage("the order is submitted without a model");
        }
        return model;
    }
}
