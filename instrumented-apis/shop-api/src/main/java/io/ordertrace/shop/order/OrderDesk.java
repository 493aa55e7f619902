package io.ordertrace.shop.order;

import io.opentelemetry.context.Scope;
import io.ordertrace.listing.Cursor;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes orders and tells about them. */
@Service
class OrderDesk {

    private final Orders orders;
    private final OrderTelemetry telemetry;

    OrderDesk(Orders orders, OrderTelemetry telemetry) {
        this.orders = orders;
        this.telemetry = telemetry;
    }

    List<Order> list(UserId user, @Nullable OrderStatus status, Cursor after, int limit) {
        return orders.list(user, status, after, limit);
    }

    /** The id is taken before the change, so that also a change that fails belongs to an order. */
    Order create(UserId user, NewOrder order) {
        OrderId id = telemetry.beforeTheOrderIsKnown(orders::nextId);
        try (Scope ignored = telemetry.order(id.value())) {
            telemetry
                    .statusChange(id.value(), OrderStatus.CREATED)
                    .user(user.value())
                    .run(() -> orders.insert(id, user, order));
            return orders.get(id);
        }
    }

    /**
     * Looking is no part of an order's history and carries no order id: a page that asks every second would bury the
     * few traces that change something.
     *
     * @throws UnknownOrder if there is no such order
     * @throws ForeignOrder if it is somebody else's: numbers can be guessed
     */
    Order get(OrderId id, UserId user) {
        Order order = orders.get(id);
        order.requireOwner(user);
        return order;
    }
}
