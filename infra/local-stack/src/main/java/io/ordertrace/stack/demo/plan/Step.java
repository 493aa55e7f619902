package io.ordertrace.stack.demo.plan;

import java.time.Duration;

/** What somebody does with an order. The price is calculated by itself and so no step. */
public enum Step {
    CREATE("shop-api", "CREATED", Duration.ZERO, 0, 0, Shift.ALWAYS),
    SUBMIT("shop-api", "SUBMITTED", Duration.ofHours(24), 0.004, 1, Shift.ALWAYS),
    /** A B2B order, which is created and submitted at once. */
    ORDER("mes-api", "SUBMITTED", Duration.ZERO, 0, 0, Shift.ALWAYS),
    APPROVE("crm-api", "MANUFACTURING_APPROVED", Duration.ofHours(4), 0.12, 0.7, Shift.SELLERS),
    REJECT("crm-api", "REJECTED", Duration.ofHours(4), 0.25, 0.8, Shift.SELLERS),
    /** By the customer, who has seen the price. */
    CANCEL("shop-api", "CANCELLED", Duration.ofHours(4), 0.2, 0.8, Shift.CUSTOMERS),
    /** Cancelled by the seller, who had approved. */
    CALL_OFF("crm-api", "CANCELLED", Duration.ofHours(8), 0.15, 0.6, Shift.SELLERS),
    TAKE("mes-api", "MANUFACTURING_STARTED", Duration.ofHours(8), 0.15, 0.6, Shift.OPERATORS),
    COMPLETE("mes-api", "MANUFACTURING_COMPLETED", Duration.ofHours(48), 0.2, 0.5, Shift.OPERATORS),
    REWORK("mes-api", "MANUFACTURING_STARTED", Duration.ofHours(8), 0.1, 0.5, Shift.OPERATORS),
    PACK("mes-api", "PACKAGED", Duration.ofHours(8), 0.12, 0.6, Shift.OPERATORS),
    SHIP("mes-api", "SHIPPED", Duration.ofHours(24), 0.15, 0.6, Shift.OPERATORS),
    CLOSE("crm-api", "CLOSED", Duration.ofHours(240), 0.1, 0.5, Shift.SELLERS);

    private final String service;
    private final String status;
    private final Pace pace;

    Step(String service, String status, Duration limit, double median, double spread, Shift shift) {
        this.service = service;
        this.status = status;
        pace = new Pace(limit, median, spread, shift);
    }

    /** The service that is asked to do it. */
    public String service() {
        return service;
    }

    /** The status that it leads to, before anything happens by itself. */
    public String status() {
        return status;
    }

    Pace pace() {
        return pace;
    }
}
