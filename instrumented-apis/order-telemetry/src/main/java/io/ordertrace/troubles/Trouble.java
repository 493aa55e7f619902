package io.ordertrace.troubles;

import java.util.Arrays;
import java.util.Locale;

/** What can go wrong at will. In addresses a trouble is called {@code error}, {@code page-error}, … */
enum Trouble {
    /** A change of an order throws when it is about to be committed. */
    ERROR,
    /** Calls of the API wait before anything is done. */
    SLOW,
    /** The page throws an uncaught error at the next press of a button. */
    PAGE_ERROR,
    /** Messages are stored with their change, but not sent until they are released. */
    HOLD_MESSAGES;

    /** @throws IllegalArgumentException if there is no such trouble */
    static Trouble valueOfName(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such trouble"));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
