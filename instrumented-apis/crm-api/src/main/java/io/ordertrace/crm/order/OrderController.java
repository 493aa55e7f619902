package io.ordertrace.crm.order;

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

@RestController
@RequestMapping("/api/orders")
class OrderController {

    private final Orders orders;

    OrderController(Orders orders) {
        this.orders = orders;
    }

    @GetMapping
    List<OrderReply> list(
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return orders.latest(status, limit).stream().map(OrderReply::of).toList();
    }

    @GetMapping("/{id}")
    OrderReply show(@PathVariable OrderId id) {
        return OrderReply.of(orders.get(id));
    }
}
