package io.ordertrace.shop.order;

/** The order belongs to another customer. */
public final class ForeignOrder extends RuntimeException {

    ForeignOrder(OrderId id) {
        super(id + " belongs to another customer");
    }
}
