package io.ordertrace.crm.decision;

import io.opentelemetry.context.Scope;
import io.ordertrace.crm.order.Order;
import io.ordertrace.crm.order.OrderId;
import io.ordertrace.crm.order.Orders;
import io.ordertrace.crm.order.SellerId;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.outbox.Outbox;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Carries a seller's decision out and tells the others. */
@Service
class Decisions {

    private final Orders orders;
    private final Outbox outbox;
    private final OrderTelemetry telemetry;

    Decisions(Orders orders, Outbox outbox, OrderTelemetry telemetry) {
        this.orders = orders;
        this.outbox = outbox;
        this.telemetry = telemetry;
    }

    Order decide(OrderId id, Decision decision, SellerId seller) {
        try (Scope ignored = telemetry.order(id.value())) {
            Order order = orders.get(id);
            telemetry
                    .statusChange(id.value(), decision.status())
                    .from(order.status())
                    .seller(seller.value())
                    .run(() -> change(order, decision, seller));
            return orders.get(id);
        }
    }

    private Instant change(Order order, Decision decision, SellerId seller) {
        OrderStatus next = decision.status();
        order.requireCanBecome(next);
        return outbox.commit(
                decision.routingKey(),
                () -> orders.decide(order, next, seller),
                changedAt -> message(order, next, changedAt, seller));
    }

    private static OrderMessage message(Order order, OrderStatus status, Instant changedAt, SellerId seller) {
        return new OrderMessage(
                order.id().value(),
                status,
                order.status(),
                changedAt,
                order.userId(),
                order.apiUserId(),
                seller.value(),
                null,
                null,
                order.price());
    }
}
