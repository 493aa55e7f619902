package io.ordertrace.crm.messaging;

import io.ordertrace.message.OrderMessage;
import org.jspecify.annotations.Nullable;

/** The order is changed, but the others may not know. */
public final class NotAnnounced extends RuntimeException {

    NotAnnounced(OrderMessage order, String reason, @Nullable Throwable cause) {
        super(order.orderId() + " is " + order.status() + ", but the message about it is not safe: " + reason, cause);
    }
}
