package io.ordertrace.crm.order;

import io.ordertrace.listing.Cursor;
import io.ordertrace.telemetry.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as the CRM knows it.
 *
 * @param changedAt when the status became this one, by the clock of the database that made the change
 * @param version counts the changes of the row; a change names the version that it saw
 * @param ownStep whether the CRM itself brought the order into the status; false if it copied it
 * @param userId the customer, for an order from the shop
 * @param apiUserId the partner, for a B2B order
 * @param seller who decided last
 * @param price in roubles, once it is calculated
 */
public record Order(
        OrderId id,
        OrderStatus status,
        Instant changedAt,
        int version,
        boolean ownStep,
        @Nullable String userId,
        @Nullable String apiUserId,
        @Nullable SellerId seller,
        @Nullable BigDecimal price) {

    Cursor place() {
        return new Cursor(changedAt, id.value());
    }

    /** @throws IllegalTransition if the order cannot become that from its present status */
    public void requireCanBecome(OrderStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalTransition(id, status, next);
        }
    }
}
