package io.ordertrace.mes.production;

import io.ordertrace.mes.order.Identifier;
import io.ordertrace.mes.order.OrderReply;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The operators' buttons. Who presses them is said by the gateway in front. */
@RestController
@RequestMapping("/api/orders/{orderId}")
class ProductionController {

    private static final String OPERATOR = "X-Operator-Id";

    private final Production production;

    ProductionController(Production production) {
        this.production = production;
    }

    @Operation(summary = "Begin to manufacture an approved order")
    @PostMapping("/take")
    OrderReply take(@PathVariable @Identifier String orderId, @RequestHeader(OPERATOR) @Identifier String operator) {
        return OrderReply.of(production.move(orderId, Step.TAKE, operator));
    }

    @Operation(summary = "Say that the order is manufactured")
    @PostMapping("/complete")
    OrderReply complete(
            @PathVariable @Identifier String orderId, @RequestHeader(OPERATOR) @Identifier String operator) {
        return OrderReply.of(production.move(orderId, Step.COMPLETE, operator));
    }

    @Operation(summary = "Take a completed order back into manufacture")
    @PostMapping("/rework")
    OrderReply rework(@PathVariable @Identifier String orderId, @RequestHeader(OPERATOR) @Identifier String operator) {
        return OrderReply.of(production.move(orderId, Step.REWORK, operator));
    }

    @Operation(summary = "Say that the order is packaged")
    @PostMapping("/pack")
    OrderReply pack(@PathVariable @Identifier String orderId, @RequestHeader(OPERATOR) @Identifier String operator) {
        return OrderReply.of(production.move(orderId, Step.PACK, operator));
    }

    @Operation(summary = "Say that the order is shipped")
    @PostMapping("/ship")
    OrderReply ship(@PathVariable @Identifier String orderId, @RequestHeader(OPERATOR) @Identifier String operator) {
        return OrderReply.of(production.move(orderId, Step.SHIP, operator));
    }
}
