package io.ordertrace.mes.inbox;

/** A message that no retry will make readable. */
final class UnusableMessage extends RuntimeException {

    UnusableMessage(String reason) {
        super(reason);
    }
}
