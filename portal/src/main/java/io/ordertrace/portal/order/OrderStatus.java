package io.ordertrace.portal.order;

/**
 * A status as the services name it: {@code CREATED}, {@code PRICE_CALCULATED}, {@code SHIPPED}.
 *
 * <p>Any text of 1 to 64 characters, because a status the process does not declare must still be shown.
 */
public record OrderStatus(String code) {

    public OrderStatus {
        if (code.isBlank() || code.length() > 64) {
            throw new IllegalArgumentException("a status has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
