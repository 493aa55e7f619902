package io.ordertrace.crm.decision;

import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderStatus;

/** What a seller can decide, what the order becomes by it, and how the others are told. */
enum Decision {
    APPROVE(OrderStatus.MANUFACTURING_APPROVED, OrderQueue.APPROVED),
    REJECT(OrderStatus.REJECTED, OrderQueue.REJECTED),
    CANCEL(OrderStatus.CANCELLED, OrderQueue.CANCELLED),
    CLOSE(OrderStatus.CLOSED, OrderQueue.CLOSED);

    private final OrderStatus status;
    private final String routingKey;

    Decision(OrderStatus status, String routingKey) {
        this.status = status;
        this.routingKey = routingKey;
    }

    OrderStatus status() {
        return status;
    }

    String routingKey() {
        return routingKey;
    }
}
