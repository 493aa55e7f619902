package io.ordertrace.portal.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator typed to grant a role, right or wrong.
 *
 * @param role key or name of the role
 * @param until the last day on which the role is held, as {@code 2026-12-31}; empty for no end
 */
record GrantForm(String userName, String role, String reason, String until) {

    static final GrantForm EMPTY = new GrantForm("", "", "", "");

    GrantForm {
        userName = userName == null ? "" : userName.strip();
        role = role == null ? "" : role.strip();
        reason = reason == null ? "" : reason.strip();
        until = until == null ? "" : until.strip();
    }

    /** By field, the end of the key of the message that says what is wrong; empty when all is well. */
    Map<String, String> errors(ZoneId zone, Instant now) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (userName.isEmpty()) {
            errors.put("userName", "user-name.missing");
        } else if (user().isEmpty()) {
            errors.put("userName", "user-name.refused");
        }
        if (Role.of(role).isEmpty()) {
            errors.put("role", "role.missing");
        }
        if (reason.isEmpty() || reason.length() > NewGrant.MAX_REASON_LENGTH) {
            errors.put("reason", reason.isEmpty() ? "reason.missing" : "reason.long");
        }
        if (!until.isEmpty()) {
            Instant end = expiresAt(zone);
            if (end == null || !end.isAfter(now)) {
                errors.put("until", end == null ? "until.refused" : "until.past");
            }
        }
        return errors;
    }

    /** @throws java.util.NoSuchElementException when there are errors */
    NewGrant grant(String grantedBy, ZoneId zone) {
        return new NewGrant(user().orElseThrow(), Role.of(role).orElseThrow(), reason, grantedBy, expiresAt(zone));
    }

    private Optional<UserName> user() {
        try {
            return Optional.of(new UserName(userName));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** The day after begins without the role. */
    private @Nullable Instant expiresAt(ZoneId zone) {
        try {
            LocalDate last = LocalDate.parse(until);
            return last.getYear() > 9999
                    ? null
                    : last.plusDays(1).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
