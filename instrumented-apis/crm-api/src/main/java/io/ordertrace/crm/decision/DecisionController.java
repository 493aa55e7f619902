package io.ordertrace.crm.decision;

import io.ordertrace.crm.order.OrderId;
import io.ordertrace.crm.order.OrderReply;
import io.ordertrace.crm.order.SellerId;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders/{id}")
class DecisionController {

    private static final String SELLER = "X-Seller-Id";

    private final Decisions decisions;

    DecisionController(Decisions decisions) {
        this.decisions = decisions;
    }

    @Operation(summary = "Approve the manufacture of a priced order")
    @PostMapping("/approve")
    OrderReply approve(@PathVariable OrderId id, @RequestHeader(SELLER) SellerId seller) {
        return OrderReply.of(decisions.decide(id, Decision.APPROVE, seller));
    }

    @Operation(summary = "Reject a priced order")
    @PostMapping("/reject")
    OrderReply reject(@PathVariable OrderId id, @RequestHeader(SELLER) SellerId seller) {
        return OrderReply.of(decisions.decide(id, Decision.REJECT, seller));
    }

    @Operation(summary = "Cancel an order, until its manufacture begins")
    @PostMapping("/cancel")
    OrderReply cancel(@PathVariable OrderId id, @RequestHeader(SELLER) SellerId seller) {
        return OrderReply.of(decisions.decide(id, Decision.CANCEL, seller));
    }

    @Operation(summary = "Close a shipped order")
    @PostMapping("/close")
    OrderReply close(@PathVariable OrderId id, @RequestHeader(SELLER) SellerId seller) {
        return OrderReply.of(decisions.decide(id, Decision.CLOSE, seller));
    }
}
