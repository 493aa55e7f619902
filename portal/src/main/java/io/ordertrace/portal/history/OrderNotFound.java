package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.Origin;
import java.util.List;

/** No source knows the order, and all of them answered. */
class OrderNotFound extends RuntimeException {

    private final OrderId order;
    private final List<Origin> searched;

    OrderNotFound(OrderId order, List<Origin> searched) {
        super("order " + order + " is not known to " + searched);
        this.order = order;
        this.searched = List.copyOf(searched);
    }

    OrderId order() {
        return order;
    }

    List<Origin> searched() {
        return searched;
    }
}
