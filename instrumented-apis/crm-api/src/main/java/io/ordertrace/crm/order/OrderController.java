package io.ordertrace.crm.order;

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

@RestController
@RequestMapping("/api/orders")
class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @Operation(summary = "All orders that the CRM knows, the one that changed last first")
    @GetMapping
    OrderPage<OrderReply> list(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(defaultValue = OrderPage.USUAL_LIMIT) @Min(1) @Max(OrderPage.HIGHEST_LIMIT) int limit,
            @RequestParam(required = false) @Nullable Cursor after) {
        List<Order> found = orders.list(status, after == null ? Cursor.START : after, limit + 1);
        return OrderPage.of(found, limit, Order::place, OrderReply::of);
    }

    @Operation(summary = "One order")
    @GetMapping("/{id}")
    OrderReply show(@PathVariable OrderId id) {
        return OrderReply.of(orders.get(id));
    }
}
