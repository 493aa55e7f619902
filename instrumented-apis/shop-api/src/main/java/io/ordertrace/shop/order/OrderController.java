package io.ordertrace.shop.order;

import io.ordertrace.listing.Cursor;
import io.ordertrace.listing.OrderPage;
import io.ordertrace.telemetry.OrderStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
class OrderController {

    private final OrderDesk desk;

    OrderController(OrderDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Order something; the order is created and waits for its model")
    @PostMapping
    ResponseEntity<OrderReply> create(@RequestHeader("X-User-Id") UserId user, @Valid @RequestBody NewOrder newOrder) {
        Order order = desk.create(user, newOrder);
        return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(OrderReply.of(order));
    }

    @Operation(summary = "The caller's own orders, the one that changed last first")
    @GetMapping
    OrderPage<OrderReply> list(
            @RequestHeader("X-User-Id") UserId user,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(defaultValue = OrderPage.USUAL_LIMIT) @Min(1) @Max(OrderPage.HIGHEST_LIMIT) int limit,
            @RequestParam(required = false) @Nullable Cursor after) {
        List<Order> found = desk.list(user, status, after == null ? Cursor.START : after, limit + 1);
        return OrderPage.of(found, limit, Order::place, OrderReply::of);
    }

    @Operation(summary = "One of the caller's own orders")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "403", description = "It is somebody else's order.")
    @GetMapping("/{id}")
    OrderReply show(@PathVariable OrderId id, @RequestHeader("X-User-Id") UserId user) {
        return OrderReply.of(desk.get(id, user));
    }
}
