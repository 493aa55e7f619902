package io.ordertrace.mes.order;

import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as the HTTP API shows it; what is not known is left out. */
@Schema(example = OrderReply.EXAMPLE)
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

    static final String EXAMPLE = """
            {"orderId":"ORD-0000042","status":"PRICE_CALCULATED","changedAt":"2026-02-03T04:05:06.789012Z",
            "userId":"u-1001","sellerId":"sel-3","operatorId":"op-17","price":12345.60}""";

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
