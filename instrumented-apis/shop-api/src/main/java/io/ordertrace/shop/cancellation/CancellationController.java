package io.ordertrace.shop.cancellation;

import io.ordertrace.shop.order.OrderId;
import io.ordertrace.shop.order.OrderReply;
import io.ordertrace.shop.order.UserId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CancellationController {

    private final Cancellations cancellations;

    CancellationController(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    @PostMapping("/api/orders/{id}/cancel")
    OrderReply cancel(@PathVariable OrderId id, @RequestHeader("X-User-Id") UserId user) {
        return OrderReply.of(cancellations.cancel(id, user));
    }
}
