package io.ordertrace.listing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place in a list, newest change first, after which the next page begins: {@code 1770091445123456_ORD-0000042}.
 * Callers pass it back as they got it. An order that changes while somebody turns pages moves to the top: it is seen on
 * the first page again, and never hides another order.
 *
 * @param changedAt when the order there changed last; microseconds, as the database counts
 * @param orderId tells apart orders that changed at the same moment
 */
public record Cursor(Instant changedAt, String orderId) {

    /** Before every order. */
    public static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "-");

    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})_([A-Za-z0-9._-]{1,64})");

    public Cursor {
        changedAt = changedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** @throws IllegalArgumentException if the text was never a cursor */
    public static Cursor valueOf(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a place in a list");
        }
        return new Cursor(Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS), parts.group(2));
    }

    /** As a JDBC parameter. */
    public OffsetDateTime time() {
        return changedAt.atOffset(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, changedAt) + "_" + orderId;
    }
}
