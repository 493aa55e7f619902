package io.ordertrace.mes.order;

import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as the HTTP API shows it; what is not known is left out. */
public record OrderReply(
        String orderId,
        OrderStatus status,
        Instant changedAt,
        @Nullable String userId,
        @Nullable String apiUserId,
        @Nullable String sellerId,
        @Nullable String operatorId,
        @Nullable StoredModel model,
        @Nullable BigDecimal price) {

    public static OrderReply of(ManufacturingOrder order) {
        return new OrderReply(
                order.orderId(),
                order.status(),
                order.changedAt(),
                order.userId(),
                order.apiUserId(),
                order.sellerId(),
                order.operatorId(),
                order.model(),
                order.price());
    }
}
