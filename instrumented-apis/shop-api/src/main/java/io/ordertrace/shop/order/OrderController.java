package io.ordertrace.shop.order;

import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
class OrderController {

    private final OrderDesk desk;

    OrderController(OrderDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    ResponseEntity<OrderReply> create(@RequestHeader("X-User-Id") UserId user, @Valid @RequestBody NewOrder newOrder) {
        Order order = desk.create(user, newOrder);
        return ResponseEntity.created(URI.create("/api/orders/" + order.id())).body(OrderReply.of(order));
    }

    @GetMapping("/{id}")
    OrderReply show(@PathVariable OrderId id) {
        return OrderReply.of(desk.get(id));
    }
}
