package io.ordertrace.shop.order;

import java.util.regex.Pattern;

/** The customer as the company's gateway identified them: {@code u-1001}, {@code anna.k}, {@code 7f3c}. */
public record UserId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public UserId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the id of a user");
        }
    }
}
