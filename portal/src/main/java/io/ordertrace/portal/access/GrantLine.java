package io.ordertrace.portal.access;

import io.ordertrace.portal.access.Dates.Moment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of grants, ready to be read.
 *
 * @param since when it was granted
 * @param lastDay the last day on which it holds; absent when it has no end
 */
record GrantLine(
        long id,
        String user,
        Role role,
        String reason,
        String by,
        Moment since,
        @Nullable Moment lastDay) {

    static GrantLine of(RoleGrant grant, Dates dates) {
        Instant end = grant.expiresAt();
        return new GrantLine(
                grant.id(),
                grant.user().value(),
                grant.role(),
                grant.reason(),
                grant.grantedBy(),
                dates.minute(grant.grantedAt()),
                end == null ? null : dates.day(end.minusMillis(1)));
    }
}
