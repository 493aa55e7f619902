package io.ordertrace.portal.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A role that a person holds now.
 *
 * @param expiresAt the first moment at which the role is no longer held; absent when it has no end
 */
record RoleGrant(
        long id,
        UserName user,
        Role role,
        String reason,
        String grantedBy,
        Instant grantedAt,
        @Nullable Instant expiresAt) {

    /** An administrator who stays one until revoked: the portal always keeps at least one. */
    boolean isPermanentAdministrator() {
        return role == Role.ADMINISTRATOR && expiresAt == null;
    }
}
