package io.ordertrace.crm.order;

/** Somebody else changed the order between reading and writing it. */
public final class ChangedMeanwhile extends RuntimeException {

    ChangedMeanwhile(OrderId id) {
        super(id + " was changed meanwhile");
    }
}
