package io.ordertrace.shop.order;

import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as the customer's page sees it; absent members are left out. */
public record OrderReply(
        String orderId,
        OrderStatus status,
        Instant changedAt,
        String item,
        int quantity,
        @Nullable BigDecimal price,
        @Nullable String modelFileName,
        @Nullable StoredModel model) {

    public static OrderReply of(Order order) {
        OrderModel model = order.model();
        return new OrderReply(
                order.id().value(),
                order.status(),
                order.changedAt(),
                order.item(),
                order.quantity(),
                order.price(),
                model == null ? null : model.fileName(),
                model == null ? null : model.stored());
    }
}
