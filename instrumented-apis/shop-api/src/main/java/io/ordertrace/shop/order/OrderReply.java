package io.ordertrace.shop.order;

import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as the customer's page sees it; absent members are left out. */
@Schema(example = OrderReply.EXAMPLE)
public record OrderReply(
        String orderId,
        OrderStatus status,
        Instant changedAt,
        String item,
        int quantity,
        @Nullable BigDecimal price,
        @Nullable String modelFileName,
        @Nullable StoredModel model) {

    static final String EXAMPLE = """
            {"orderId":"ORD-0000042","status":"PRICE_CALCULATED","changedAt":"2026-02-03T04:05:06.789012Z",
            "item":"ring","quantity":1,"price":12345.60,"modelFileName":"ring.stl"}""";

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
