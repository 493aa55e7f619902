package io.ordertrace.portal.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A role about to be granted.
 *
 * @param reason why, in the words of the one who grants; 1 to 500 characters
 * @param expiresAt the first moment at which the role is no longer held; absent for no end
 */
record NewGrant(
        UserName user,
        Role role,
        String reason,
        String grantedBy,
        @Nullable Instant expiresAt) {

    static final int MAX_REASON_LENGTH = 500;

    NewGrant {
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > MAX_REASON_LENGTH) {
            throw new IllegalArgumentException("a reason has 1 to 500 characters");
        }
    }
}
