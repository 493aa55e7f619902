package io.ordertrace.mes.order;

import io.ordertrace.listing.Cursor;
import io.ordertrace.listing.OrderPage;
import io.ordertrace.telemetry.OrderStatus;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows orders. Looking changes nothing and is no part of an order's history, so it carries no order id. */
@RestController
@RequestMapping("/api/orders")
class OrderController {

    private final ManufacturingOrders orders;

    OrderController(ManufacturingOrders orders) {
        this.orders = orders;
    }

    @Operation(summary = "All orders that MES knows, the one that changed last first")
    @GetMapping
    OrderPage<OrderReply> list(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(required = false) @Identifier @Nullable String operator,
            @RequestParam(defaultValue = OrderPage.USUAL_LIMIT) @Min(1) @Max(OrderPage.HIGHEST_LIMIT) int limit,
            @RequestParam(required = false) @Nullable Cursor after) {
        Cursor start = after == null ? Cursor.START : after;
        List<ManufacturingOrder> found = orders.list(status, operator, start, limit + 1);
        return OrderPage.of(found, limit, ManufacturingOrder::place, OrderReply::of);
    }

    @Operation(summary = "One order")
    @GetMapping("/{orderId}")
    OrderReply one(@PathVariable @Identifier String orderId) {
        return OrderReply.of(orders.get(orderId));
    }
}
