package io.ordertrace.mes.inbox;

import io.ordertrace.mes.order.ManufacturingOrder;

/** An order was cancelled elsewhere after its manufacture had begun. */
final class CancelledTooLate extends RuntimeException {

    CancelledTooLate(ManufacturingOrder begun) {
        super(begun.orderId() + " was cancelled elsewhere, but is " + begun.status() + " already and stays so");
    }
}
