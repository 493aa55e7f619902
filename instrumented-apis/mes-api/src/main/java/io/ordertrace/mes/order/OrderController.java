package io.ordertrace.mes.order;

import io.ordertrace.telemetry.OrderStatus;
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

    @GetMapping
    List<OrderReply> latest(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return orders.latest(status, limit).stream().map(OrderReply::of).toList();
    }

    @GetMapping("/{orderId}")
    OrderReply one(@PathVariable @Identifier String orderId) {
        return OrderReply.of(orders.get(orderId));
    }
}
