package io.ordertrace.crm.order;

/** There is no such order. */
public final class UnknownOrder extends RuntimeException {

    UnknownOrder(OrderId id) {
        super(id + " is unknown");
    }
}
