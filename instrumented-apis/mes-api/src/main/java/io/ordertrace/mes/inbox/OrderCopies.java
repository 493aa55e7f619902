package io.ordertrace.mes.inbox;

import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.mes.order.ManufacturingOrders;
import io.ordertrace.message.OrderMessage;
import org.springframework.stereotype.Component;

/** Keeps MES's copy of the steps that are made elsewhere. The service that made a step has told the trace of it. */
@Component
class OrderCopies {

    private final ManufacturingOrders orders;

    OrderCopies(ManufacturingOrders orders) {
        this.orders = orders;
    }

    /** Does nothing if the message is older than what is known. */
    void update(OrderMessage news) {
        ManufacturingOrder known = orders.get(news.orderId());
        if (news.isNewsTo(known.status(), known.changedAt())) {
            orders.storeCopy(known.copied(news));
        }
    }
}
