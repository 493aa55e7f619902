package io.ordertrace.mes.order;

import io.ordertrace.telemetry.OrderStatus;

/** Somebody asked for a step that the process does not have from the present status. */
public class IllegalTransition extends RuntimeException {

    IllegalTransition(OrderStatus present, OrderStatus wanted) {
        super("an order in status " + present + " cannot become " + wanted);
    }
}
