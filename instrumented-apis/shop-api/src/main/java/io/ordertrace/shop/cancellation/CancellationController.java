package io.ordertrace.shop.cancellation;

import io.ordertrace.shop.order.OrderId;
import io.ordertrace.shop.order.OrderReply;
import io.ordertrace.shop.order.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

    @Operation(summary = "Cancel an order, until a seller approves it")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "403", description = "It is somebody else's order.")
    @PostMapping("/api/orders/{id}/cancel")
    OrderReply cancel(@PathVariable OrderId id, @RequestHeader("X-User-Id") UserId user) {
        return OrderReply.of(cancellations.cancel(id, user));
    }
}
