package io.ordertrace.portal.order;

/** Where an event was read from. */
public enum Origin {
    STORED,
    JAEGER
}
