package io.ordertrace.crm.order;

import io.ordertrace.telemetry.OrderStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as the seller's page sees it; absent members are left out. */
@Schema(example = OrderReply.EXAMPLE)
public record OrderReply(
        String orderId,
        OrderStatus status,
        Instant changedAt,
        @Nullable String userId,
        @Nullable String apiUserId,
        @Nullable String sellerId,
        @Nullable BigDecimal price) {

    static final String EXAMPLE = """
            {"orderId":"ORD-0000042","status":"PRICE_CALCULATED","changedAt":"2026-02-03T04:05:06.789012Z",
            "userId":"u-1001","sellerId":"sel-3","price":12345.60}""";

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
