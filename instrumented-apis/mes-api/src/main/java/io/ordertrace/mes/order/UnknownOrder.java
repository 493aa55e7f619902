package io.ordertrace.mes.order;

/** No such order has reached MES. */
public class UnknownOrder extends RuntimeException {

    UnknownOrder(String orderId) {
        super("there is no order " + orderId);
    }
}
