package io.ordertrace.mes.inbox;

import org.jspecify.annotations.Nullable;

/** A message that no retry will make readable. */
final class UnusableMessage extends RuntimeException {

    UnusableMessage(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
