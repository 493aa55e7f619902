package io.ordertrace.portal.order;

import io.ordertrace.portal.order.OrderIdRefused.Reason;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The number of an order: {@code ORD-0001234}, {@code B2B-0000001}, {@code 2026.11_7}.
 *
 * <p>1 to 64 Latin letters, digits, dots, hyphens and underscores, beginning with a letter or digit. Anything else is
 * refused with {@link OrderIdRefused}.
 */
public record OrderId(String value) {

    public static final int LONGEST = 64;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    // White space and invisible characters of any script, and what people copy along with a number.
    private static final Pattern COPIED_ALONG = Pattern.compile("[\\s\\p{Z}\\p{Cf}№#\"'«»“”]");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.,;:!?]+$");

    public OrderId {
        if (value.isEmpty()) {
            throw new OrderIdRefused(Reason.EMPTY);
        }
        if (value.length() > LONGEST) {
            throw new OrderIdRefused(Reason.TOO_LONG);
        }
        if (!FORM.matcher(value).matches()) {
            throw new OrderIdRefused(Reason.FOREIGN_CHARACTER);
        }
    }

    /**
     * Reads what somebody pasted: {@code " № ORD-0001234 "}, {@code "«ORD‑0001234»,"}, {@code "ord-0001234"}.
     *
     * @throws OrderIdRefused when what is left is not an order id
     */
    public static OrderId parse(String pasted) {
        if (pasted.length() > 16 * LONGEST) {
            throw new OrderIdRefused(Reason.TOO_LONG);
        }
        String bare = COPIED_ALONG.matcher(pasted).replaceAll("");
        String dashed = DASH.matcher(bare).replaceAll("-");
        return new OrderId(END_OF_SENTENCE.matcher(dashed).replaceAll(""));
    }

    /** The id as written, then in capitals: whoever types {@code ord-7} means {@code ORD-7} unless the former exists. */
    public List<OrderId> spellings() {
        return Stream.of(value, value.toUpperCase(Locale.ROOT))
                .distinct()
                .map(OrderId::new)
                .toList();
    }

    @Override
    public String toString() {
        return value;
    }
}
