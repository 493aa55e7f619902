package io.ordertrace.listing;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of orders.
 *
 * @param next where the next page begins, see {@link Cursor}; absent on the last page
 */
public record OrderPage<T>(List<T> orders, @Nullable String next) {

    /** How many orders a page has unless the caller says otherwise; for an annotation. */
    public static final String USUAL_LIMIT = "20";

    public static final int HIGHEST_LIMIT = 100;

    public OrderPage {
        orders = List.copyOf(orders);
    }

    /**
     * Makes a page of what was found.
     *
     * @param found the first {@code limit + 1} orders from the page's beginning; the one too many says that there is a
     *     next page
     */
    public static <O, T> OrderPage<T> of(List<O> found, int limit, Function<O, Cursor> place, Function<O, T> reply) {
        List<O> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? place.apply(shown.getLast()).toString() : null;
        return new OrderPage<>(shown.stream().map(reply).toList(), next);
    }
}
