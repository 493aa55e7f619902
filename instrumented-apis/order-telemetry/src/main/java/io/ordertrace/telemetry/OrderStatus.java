package io.ordertrace.telemetry;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an order can stand. The constants are declared so that a later status never precedes an earlier one.
 *
 * <p>{@code CREATED} may become {@code SUBMITTED}; {@code CREATED} leads to {@code SHIPPED};
 * {@code MANUFACTURING_COMPLETED} may become {@code MANUFACTURING_STARTED} again (rework).
 */
public enum OrderStatus {
    CREATED,
    SUBMITTED,
    PRICE_CALCULATED,
    MANUFACTURING_APPROVED,
    MANUFACTURING_STARTED,
    MANUFACTURING_COMPLETED,
    PACKAGED,
    SHIPPED,
    CLOSED,
    REJECTED,
    CANCELLED;

    private static final Set<OrderStatus> MANUFACTURE =
            EnumSet.of(MANUFACTURING_STARTED, MANUFACTURING_COMPLETED, PACKAGED, SHIPPED);

    /** Whether an order in this status may be moved to the given one in a single step. */
    public boolean canBecome(OrderStatus next) {
        return following().contains(next);
    }

    /** Whether the given status lies further on some forward path of the process; rework is not forward. */
    public boolean leadsTo(OrderStatus later) {
        return following().stream()
                .filter(next -> next.compareTo(this) > 0)
                .anyMatch(next -> next == later || next.leadsTo(later));
    }

    /** Whether the order has been in the hands of the manufacture, who alone says how it goes on there. */
    public boolean isManufacture() {
        return MANUFACTURE.contains(this);
    }

    private Set<OrderStatus> following() {
        return switch (this) {
            case CREATED -> EnumSet.of(SUBMITTED, CANCELLED);
            case SUBMITTED -> EnumSet.of(PRICE_CALCULATED, CANCELLED);
            case PRICE_CALCULATED -> EnumSet.of(MANUFACTURING_APPROVED, REJECTED, CANCELLED);
            case MANUFACTURING_APPROVED -> EnumSet.of(MANUFACTURING_STARTED, CANCELLED);
            case MANUFACTURING_STARTED -> EnumSet.of(MANUFACTURING_COMPLETED);
            case MANUFACTURING_COMPLETED -> EnumSet.of(PACKAGED, MANUFACTURING_STARTED);
            case PACKAGED -> EnumSet.of(SHIPPED);
            case SHIPPED -> EnumSet.of(CLOSED);
            case CLOSED, REJECTED, CANCELLED -> EnumSet.noneOf(OrderStatus.class);
        };
    }
}
