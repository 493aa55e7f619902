package io.ordertrace.portal.order;

/** What was given is not an order id. The text itself is not repeated: it may be long or hostile. */
public class OrderIdRefused extends IllegalArgumentException {

    /** What is wrong with the text. */
    public enum Reason {
        EMPTY,
        TOO_LONG,
        FOREIGN_CHARACTER
    }

    private final Reason reason;

    public OrderIdRefused(Reason reason) {
        super("not an order id: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
