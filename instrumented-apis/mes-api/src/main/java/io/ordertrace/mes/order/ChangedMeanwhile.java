package io.ordertrace.mes.order;

/** Somebody else changed the order between reading and storing it. Reading it again shows whether the step is still due. */
public class ChangedMeanwhile extends RuntimeException {

    ChangedMeanwhile(String orderId) {
        super("the order " + orderId + " was changed by somebody else at the same moment");
    }
}
