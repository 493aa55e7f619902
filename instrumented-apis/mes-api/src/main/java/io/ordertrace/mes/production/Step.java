package io.ordertrace.mes.production;

import io.ordertrace.telemetry.OrderStatus;

/**
 * What an operator can do with an order. Taking an order and taking it back for rework lead to the same status and are
 * nevertheless two steps: a second press on "take" must not undo what a colleague has completed.
 */
enum Step {
    TAKE(OrderStatus.MANUFACTURING_APPROVED, OrderStatus.MANUFACTURING_STARTED),
    COMPLETE(OrderStatus.MANUFACTURING_STARTED, OrderStatus.MANUFACTURING_COMPLETED),
    REWORK(OrderStatus.MANUFACTURING_COMPLETED, OrderStatus.MANUFACTURING_STARTED),
    PACK(OrderStatus.MANUFACTURING_COMPLETED, OrderStatus.PACKAGED),
    SHIP(OrderStatus.PACKAGED, OrderStatus.SHIPPED);

    private final OrderStatus from;
    private final OrderStatus to;

    Step(OrderStatus from, OrderStatus to) {
        this.from = from;
        this.to = to;
    }

    OrderStatus from() {
        return from;
    }

    OrderStatus to() {
        return to;
    }
}
