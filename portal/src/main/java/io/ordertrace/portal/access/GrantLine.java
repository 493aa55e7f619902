package io.ordertrace.portal.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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

    /** One moment for a machine and for a person. */
    record Moment(String machine, String text) {}

    static GrantLine of(RoleGrant grant, ZoneId zone, Locale locale) {
        Instant end = grant.expiresAt();
        return new GrantLine(
                grant.id(),
                grant.user().value(),
                grant.role(),
                grant.reason(),
                grant.grantedBy(),
                moment(grant.grantedAt(), "d MMM yyyy, HH:mm", zone, locale),
                end == null ? null : moment(end.minusMillis(1), "d MMM yyyy", zone, locale));
    }

    private static Moment moment(Instant instant, String pattern, ZoneId zone, Locale locale) {
        return new Moment(
                instant.toString(), DateTimeFormatter.ofPattern(pattern, locale).format(instant.atZone(zone)));
    }
}
