package io.ordertrace.message;

import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of every message about an order, as JSON without null members.
 *
 * @param previousStatus the status before, absent for a new order
 * @param changedAt the publisher's database's time of the change
 * @param model present once the model is stored
 * @param price in roubles, present once it is calculated
 */
public record OrderMessage(
        String orderId,
        OrderStatus status,
        @Nullable OrderStatus previousStatus,
        Instant changedAt,
        @Nullable String userId,
        @Nullable String apiUserId,
        @Nullable String sellerId,
        @Nullable String operatorId,
        @Nullable StoredModel model,
        @Nullable BigDecimal price) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public OrderMessage {
        require(isIdentifier(orderId), "orderId");
        require(status != null, "status");
        require(changedAt != null, "changedAt");
        require(userId == null || isIdentifier(userId), "userId");
        require(apiUserId == null || isIdentifier(apiUserId), "apiUserId");
        require(sellerId == null || isIdentifier(sellerId), "sellerId");
        require(operatorId == null || isIdentifier(operatorId), "operatorId");
        require(price == null || price.signum() >= 0, "price");
    }

    /**
     * Whether the message tells a service something new that knows the order in the given status since the given time.
     * A message that comes twice, or after a later one, does not.
     *
     * <p>Shop, CRM and MES decide at the same time, each in a database of its own, and hear of each other later. So that
     * all of them end with the same status in whatever order messages come, this is who wins:
     *
     * <ul>
     *   <li>the manufacture over a cancellation: what is begun is not undone, and MES alone knows whether it is begun;
     *   <li>a cancellation over an approval, a rejection or a price;
     *   <li>of two steps of the manufacture the later one, by the clock of the one database that made both;
     *   <li>else the step that lies further on, whatever the clocks say.
     * </ul>
     */
    public boolean isNewsTo(OrderStatus known, Instant since) {
        if (known.isManufacture() && status.isManufacture()) {
            return changedAt.isAfter(since);
        }
        return switch (known) {
            case CANCELLED -> status.isManufacture() || status == OrderStatus.CLOSED;
            case REJECTED -> status == OrderStatus.CANCELLED;
            default -> known.leadsTo(status);
        };
    }

    /**
     * Whether the message takes back what the service that asks has done and told itself, unaware of it. If the step that
     * loses has the later time, the history would end with a status that the order does not have; whoever made the step
     * has to tell that it is taken back.
     */
    public boolean takesBack(OrderStatus own, Instant since) {
        boolean collides = own == OrderStatus.CANCELLED || status == OrderStatus.CANCELLED;
        return collides && isNewsTo(own, since) && !changedAt.isAfter(since);
    }

    /** The same change has the same id however often it is sent, and another change has another. */
    public UUID messageId() {
        String change = orderId + ' ' + status + ' ' + changedAt;
        return UUID.nameUUIDFromBytes(change.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isIdentifier(@Nullable String value) {
        return value != null && IDENTIFIER.matcher(value).matches();
    }

    private static void require(boolean holds, String member) {
        if (!holds) {
            throw new IllegalArgumentException("Message about an order with a missing or malformed " + member);
        }
    }
}
