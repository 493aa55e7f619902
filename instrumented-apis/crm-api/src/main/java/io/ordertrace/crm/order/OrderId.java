package io.ordertrace.crm.order;

import java.util.regex.Pattern;

/** The id that another service gave an order: {@code ORD-0000042}, {@code B2B-0000007}, {@code 2026.17}. */
public record OrderId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public OrderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of an order");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
