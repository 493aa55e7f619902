package io.ordertrace.shop.order;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number of a shop order: {@code ORD-0000001}, {@code ORD-0000042}, {@code ORD-12345678}. */
public record OrderId(String value) {

    private static final Pattern FORM = Pattern.compile("ORD-[0-9]{7,18}");

    public OrderId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not the id of a shop order");
        }
    }

    /** Whether the text is the id of an order of this shop and not, say, of a B2B order. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static OrderId of(long number) {
        return new OrderId(String.format(Locale.ROOT, "ORD-%07d", number));
    }

    @Override
    public String toString() {
        return value;
    }
}
