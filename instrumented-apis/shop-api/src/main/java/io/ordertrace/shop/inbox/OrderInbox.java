package io.ordertrace.shop.inbox;

import io.opentelemetry.context.Scope;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.shop.order.Order;
import io.ordertrace.shop.order.OrderId;
import io.ordertrace.shop.order.Orders;
import io.ordertrace.telemetry.OrderTelemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Keeps the shop's copy of what happens to an order elsewhere. What it throws is retried, then dead-lettered. */
@Component
class OrderInbox {

    private static final Logger LOG = LoggerFactory.getLogger(OrderInbox.class);

    private final MessageReader reader;
    private final Orders orders;
    private final OrderTelemetry telemetry;

    OrderInbox(MessageReader reader, Orders orders, OrderTelemetry telemetry) {
        this.reader = reader;
        this.orders = orders;
        this.telemetry = telemetry;
    }

    @RabbitListener(queues = "#{T(io.ordertrace.message.OrderQueue).SHOP.queueName()}")
    void receive(Message message) {
        OrderMessage news = reader.read(message);
        try (Scope ignored = telemetry.order(news.orderId())) {
            if (OrderId.isOne(news.orderId())) {
                update(news);
            } else {
                LOG.debug("{} was not ordered in the shop", news.orderId());
            }
        }
    }

    private void update(OrderMessage news) {
        Order known = orders.get(new OrderId(news.orderId()));
        if (news.isNewsTo(known.status(), known.changedAt())) {
            orders.storeCopy(known, news);
        } else {
            LOG.info("{} is {} already; {} is no news", news.orderId(), known.status(), news.status());
        }
    }
}
