package io.ordertrace.crm.order;

import io.ordertrace.telemetry.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as the seller's page sees it; absent members are left out. */
public record OrderReply(
        String orderId,
        OrderStatus status,
        Instant changedAt,
        @Nullable String userId,
        @Nullable String apiUserId,
        @Nullable String sellerId,
        @Nullable BigDecimal price) {

    public static OrderReply of(Order order) {
        SellerId seller = order.seller();
        return new OrderReply(
                order.id().value(),
                order.status(),
                order.changedAt(),
                order.userId(),
                order.apiUserId(),
                seller == null ? null : seller.value(),
                order.price());
    }
}
