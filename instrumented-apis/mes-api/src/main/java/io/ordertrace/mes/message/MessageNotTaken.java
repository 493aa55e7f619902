package io.ordertrace.mes.message;

import org.jspecify.annotations.Nullable;

/** The broker did not say that it has a message safely. It may have it nevertheless. */
public class MessageNotTaken extends RuntimeException {

    MessageNotTaken(String routingKey, String reason, @Nullable Throwable cause) {
        super("the message " + routingKey + " was not taken by the broker: " + reason, cause);
    }
}
