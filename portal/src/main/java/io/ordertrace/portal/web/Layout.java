package io.ordertrace.portal.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code web/layout.html} asks for: who is signed in, what they may open, where they are, and this page's address
 * in each language.
 *
 * @param person user name; absent before sign-in
 * @param authorities as granted for this request
 * @param path the address asked for, without its query
 */
record Layout(@Nullable String person, Set<String> authorities, String path, String inRussian, String inEnglish) {

    Layout {
        authorities = Set.copyOf(authorities);
    }

    public boolean may(String authority) {
        return authorities.contains(authority);
    }

    /** A section is current on its own page and below it. */
    public boolean at(String section) {
        return section.equals("/")
                ? path.equals("/") || path.startsWith("/orders")
                : path.equals(section) || path.startsWith(section + "/");
    }

    /** The search page has a field of its own. */
    public boolean offersSearch() {
        return may("ORDERS_VIEW") && !path.equals("/") && !path.equals("/orders");
    }
}
