package io.ordertrace.portal.order;

import org.jspecify.annotations.Nullable;

/** Who acted: {@code SELLER seller-17}, {@code OPERATOR op-17}, {@code SYSTEM} (a service by itself, without an id). */
public record Actor(Role role, @Nullable String id) {

    /** In which role somebody touches an order. */
    public enum Role {
        CUSTOMER,
        SELLER,
        OPERATOR,
        API_USER,
        SYSTEM
    }

    public static final Actor SYSTEM = new Actor(Role.SYSTEM, null);
}
