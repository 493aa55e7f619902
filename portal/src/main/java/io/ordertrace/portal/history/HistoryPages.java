package io.ordertrace.portal.history;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;

/** A whole page for a browser, its changing part for htmx. */
final class HistoryPages {

    private HistoryPages() {}

    static boolean wantsPart(HtmxRequest htmx) {
        return htmx.isHtmxRequest() && !htmx.isBoosted() && !htmx.isHistoryRestoreRequest();
    }

    static String named(String page, HtmxRequest htmx) {
        return wantsPart(htmx) ? page + " :: part" : page;
    }
}
