package io.ordertrace.portal.web;

import jakarta.servlet.http.HttpServletRequest;

/** Names the view of a handler that answers a browser with a whole page and htmx with one fragment of it. */
public final class PageOrFragment {

    private PageOrFragment() {}

    /**
     * The page for a browser, for a boosted link and for htmx restoring its history; otherwise the page's fragment.
     *
     * @param page view name, as {@code history/page}
     * @param fragment name of a fragment inside that page, as {@code steps}
     */
    public static String view(HttpServletRequest request, String page, String fragment) {
        boolean whole = RequestKind.of(request) != RequestKind.FRAGMENT
                || "true".equals(request.getHeader("HX-History-Restore-Request"));
        return whole ? page : page + " :: " + fragment;
    }
}
