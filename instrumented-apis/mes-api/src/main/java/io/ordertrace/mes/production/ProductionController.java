package io.ordertrace.mes.production;

import io.ordertrace.mes.order.Identifier;
import io.ordertrace.mes.order.OrderReply;
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

    @PostMapping("/take")
    OrderReply take(@PathVariable @Identifier String orderId, @RequestHeader(OPERATOR) @Identifier String operator) {
        return OrderReply.of(production.move(orderId, Step.TAKE, operator));
    }

    @PostMapping("/complete")
    OrderReply complete(
            @PathVariable @Identifier String orderId, @RequestHeader(OPERATOR) @Identifier String operator) {
        return OrderReply.of(production.move(orderId, Step.COMPLETE, operator));
    }

    @PostMapping("/rework")
    OrderReply rework(@PathVariable @Identifier String orderId, @RequestHeader(OPERATOR) @Identifier String operator) {
        return OrderReply.of(production.move(orderId, Step.REWORK, operator));
    }

    @PostMapping("/pack")
    OrderReply pack(@PathVariable @Identifier String orderId, @RequestHeader(OPERATOR) @Identifier String operator) {
        return OrderReply.of(production.move(orderId, Step.PACK, operator));
    }

    @PostMapping("/ship")
    OrderReply ship(@PathVariable @Identifier String orderId, @RequestHeader(OPERATOR) @Identifier String operator) {
        return OrderReply.of(production.move(orderId, Step.SHIP, operator));
    }
}
