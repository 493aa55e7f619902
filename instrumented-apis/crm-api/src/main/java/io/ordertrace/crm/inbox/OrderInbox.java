package io.ordertrace.crm.inbox;

import io.ordertrace.crm.order.Order;
import io.ordertrace.crm.order.OrderId;
import io.ordertrace.crm.order.Orders;
import io.ordertrace.inbox.Inbox;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderTelemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.stereotype.Component;

/** Keeps the sellers' copy of the orders. What it throws is retried, then dead-lettered. */
@Component
class OrderInbox {

    private static final Logger LOG = LoggerFactory.getLogger(OrderInbox.class);

    private final Inbox inbox;
    private final Orders orders;
    private final OrderTelemetry telemetry;

    OrderInbox(Inbox inbox, Orders orders, OrderTelemetry telemetry) {
        this.inbox = inbox;
        this.orders = orders;
        this.telemetry = telemetry;
    }

    @RabbitListener(queues = "#{T(io.ordertrace.message.OrderQueue).CRM.queueName()}")
    void receive(Message message) {
        inbox.receive(message, this::hear);
    }

    private void hear(OrderMessage news) {
        orders.find(new OrderId(news.orderId()))
                .ifPresentOrElse(known -> update(known, news), () -> orders.insertCopy(news));
    }

    private void update(Order known, OrderMessage news) {
        if (!news.isNewsTo(known.status(), known.changedAt())) {
            LOG.info("{} is {} already; {} is no news", news.orderId(), known.status(), news.status());
        } else if (known.ownStep() && news.takesBack(known.status(), known.changedAt())) {
            LOG.warn("{} was made {} here and has to become {}", news.orderId(), known.status(), news.status());
            telemetry
                    .statusChange(news.orderId(), news.status())
                    .from(known.status())
                    .run(() -> orders.updateCopy(known, news));
        } else {
            orders.updateCopy(known, news);
        }
    }
}
