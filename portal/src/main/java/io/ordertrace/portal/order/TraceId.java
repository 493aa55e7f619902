package io.ordertrace.portal.order;

import java.util.regex.Pattern;

/** A trace's id, 32 lower-case hexadecimal digits, not all zero: {@code 4bf92f3577b34da6a3ce929d0e0e4736}. */
public record TraceId(String value) {

    private static final Pattern FORM = Pattern.compile("(?!0{32})[0-9a-f]{32}");

    public TraceId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a trace id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
