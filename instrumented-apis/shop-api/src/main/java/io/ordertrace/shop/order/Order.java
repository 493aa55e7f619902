package io.ordertrace.shop.order;

import io.ordertrace.listing.Cursor;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as the shop knows it.
 *
 * @param changedAt when the status became this one, by the clock of the database that made the change
 * @param version counts the changes of the row; a change names the version that it saw
 * @param ownStep whether the shop itself brought the order into the status; false if it copied it
 * @param price in roubles, once it is calculated
 */
public record Order(
        OrderId id,
        UserId user,
        String item,
        int quantity,
        OrderStatus status,
        Instant changedAt,
        int version,
        boolean ownStep,
        @Nullable OrderModel model,
        @Nullable BigDecimal price) {

    Cursor place() {
        return new Cursor(changedAt, id.value());
    }

    /** Why a step that the process does not have from the present status is not made. */
    public IllegalTransition refusal(OrderStatus next) {
        return new IllegalTransition(id, status, next);
    }

    /** @throws IllegalTransition if the order cannot become that from its present status */
    public void requireCanBecome(OrderStatus next) {
        if (!status.canBecome(next)) {
            throw refusal(next);
        }
    }

    /**
     * The customer may cancel until a seller approves; after that the seller has to be asked.
     *
     * @throws IllegalTransition if it is too late
     */
    public void requireCancellable() {
        if (status.compareTo(OrderStatus.PRICE_CALCULATED) > 0) {
            throw refusal(OrderStatus.CANCELLED);
        }
    }

    /** Whether it was submitted with this very model, whatever has happened to it since. */
    public boolean hasModel(StoredModel file) {
        return model != null && model.stored().equals(file);
    }

    /** @throws ForeignOrder if the order is somebody else's */
    public void requireOwner(UserId who) {
        if (!user.equals(who)) {
            throw new ForeignOrder(id);
        }
    }
}
