package io.ordertrace.crm.order;

import java.util.regex.Pattern;

/** The seller as the company's gateway identified them: {@code sel-3}, {@code north.7}, {@code 81}. */
public record SellerId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public SellerId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a seller");
        }
    }
}
