package io.ordertrace.portal.access;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What a role lets a person do; pages and rules ask for these, never for roles. */
enum Authority {
    /** Search for orders and see their history. */
    ORDERS_VIEW,
    /** See exceptions, spans and attributes of an order's history. */
    TECHNICAL_DETAIL,
    /** Open Jaeger UI. */
    JAEGER_VIEW,
    /** Grant and revoke roles. */
    ACCESS_MANAGE;

    GrantedAuthority granted() {
        return new SimpleGrantedAuthority(name());
    }
}
