package io.ordertrace.mes.order;

import io.ordertrace.listing.Cursor;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order. A step makes a new value of it, which {@link ManufacturingOrders} stores if nobody was faster.
 *
 * @param changedAt when the status was reached, by the clock of the database that changed it
 * @param version how many changes were stored; an update succeeds only for the version it was made from
 * @param price in roubles
 */
public record ManufacturingOrder(
        String orderId,
        OrderStatus status,
        Instant changedAt,
        int version,
        @Nullable String userId,
        @Nullable String apiUserId,
        @Nullable String sellerId,
        @Nullable String operatorId,
        @Nullable StoredModel model,
        @Nullable BigDecimal price) {

    Cursor place() {
        return new Cursor(changedAt, orderId);
    }

    /** @throws IllegalTransition unless the order is in the status from which the step is made */
    public ManufacturingOrder workedOn(OrderStatus from, OrderStatus next, String operator) {
        if (status != from) {
            throw new IllegalTransition(status, next);
        }
        return step(next, operator, model, price);
    }

    /** @throws IllegalTransition unless the order waits for its model */
    public ManufacturingOrder submitted(StoredModel uploaded) {
        return step(OrderStatus.SUBMITTED, operatorId, uploaded, price);
    }

    /** @throws IllegalTransition unless the order waits for its price */
    public ManufacturingOrder priced(BigDecimal calculated) {
        return step(OrderStatus.PRICE_CALCULATED, operatorId, model, calculated);
    }

    /** @throws IllegalTransition if it is too late for that */
    public ManufacturingOrder cancelled() {
        return step(OrderStatus.CANCELLED, operatorId, model, price);
    }

    /** The order as another service says it is now. */
    public ManufacturingOrder copied(OrderMessage news) {
        String seller = news.sellerId() == null ? sellerId : news.sellerId();
        return new ManufacturingOrder(
                orderId, news.status(), news.changedAt(), version, userId, apiUserId, seller, operatorId, model, price);
    }

    /** What the other services are told after the step from {@code previous}. */
    public OrderMessage message(@Nullable OrderStatus previous) {
        return new OrderMessage(
                orderId, status, previous, changedAt, userId, apiUserId, sellerId, operatorId, model, price);
    }

    private ManufacturingOrder step(
            OrderStatus next, @Nullable String operator, @Nullable StoredModel file, @Nullable BigDecimal amount) {
        if (!status.canBecome(next)) {
            throw new IllegalTransition(status, next);
        }
        return new ManufacturingOrder(
                orderId, next, changedAt, version, userId, apiUserId, sellerId, operator, file, amount);
    }
}
