package io.ordertrace.portal.order;

import java.util.regex.Pattern;

/** A span's id within its trace, 16 lower-case hexadecimal digits, not all zero: {@code 00f067aa0ba902b7}. */
public record SpanId(String value) {

    private static final Pattern FORM = Pattern.compile("(?!0{16})[0-9a-f]{16}");

    public SpanId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a span id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
