package io.ordertrace.outbox;

/** Keeps committed messages back. A bean of this type exists only where a fault is to be shown. */
@FunctionalInterface
public interface MessageHold {

    /** While true, nothing is sent. Asked before each round of sending. */
    boolean isOn();
}
