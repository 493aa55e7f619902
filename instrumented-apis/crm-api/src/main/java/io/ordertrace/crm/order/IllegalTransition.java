package io.ordertrace.crm.order;

import io.ordertrace.telemetry.OrderStatus;

/** The process does not allow this step from the order's present status. */
public final class IllegalTransition extends RuntimeException {

    IllegalTransition(OrderId id, OrderStatus from, OrderStatus to) {
        super(id + " is " + from + " and cannot become " + to);
    }
}
