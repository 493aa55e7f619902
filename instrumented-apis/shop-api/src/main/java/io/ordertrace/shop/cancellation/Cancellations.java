package io.ordertrace.shop.cancellation;

import io.opentelemetry.context.Scope;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.outbox.Outbox;
import io.ordertrace.shop.order.Order;
import io.ordertrace.shop.order.OrderId;
import io.ordertrace.shop.order.Orders;
import io.ordertrace.shop.order.UserId;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import java.time.Instant;
import org.springframework.stereotype.Service;

/** Cancels an order for its customer and tells the others. */
@Service
class Cancellations {

    private final Orders orders;
    private final Outbox outbox;
    private final OrderTelemetry telemetry;

    Cancellations(Orders orders, Outbox outbox, OrderTelemetry telemetry) {
        this.orders = orders;
        this.outbox = outbox;
        this.telemetry = telemetry;
    }

    /**
     * The others are told also of an order that was never submitted: the message about its submission may be under way.
     *
     * @throws io.ordertrace.shop.order.IllegalTransition once a seller has approved, as far as the shop knows
     */
    Order cancel(OrderId id, UserId user) {
        try (Scope ignored = telemetry.order(id.value())) {
            Order order = orders.get(id);
            order.requireOwner(user);
            telemetry
                    .statusChange(id.value(), OrderStatus.CANCELLED)
                    .from(order.status())
                    .user(user.value())
                    .run(() -> change(order));
            return orders.get(id);
        }
    }

    private Instant change(Order order) {
        order.requireCancellable();
        return outbox.commit(OrderQueue.CANCELLED, () -> orders.cancel(order), changedAt -> message(order, changedAt));
    }

    private static OrderMessage message(Order order, Instant changedAt) {
        return new OrderMessage(
                order.id().value(),
                OrderStatus.CANCELLED,
                order.status(),
                changedAt,
                order.user().value(),
                null,
                null,
                null,
                null,
                order.price());
    }
}
