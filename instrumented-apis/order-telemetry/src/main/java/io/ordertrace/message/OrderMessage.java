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
     * A message that comes twice, or after a later one, does not. The times are compared only where an order goes
     * back for rework: both are then of one database.
     */
    public boolean isNewsTo(OrderStatus known, Instant since) {
        return known.leadsTo(status) || (known.canBecome(status) && changedAt.isAfter(since));
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
