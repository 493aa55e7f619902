package io.ordertrace.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The address in the browser's address bar, fit to be linked to: also while an error page is being made for it. The start
 * page takes the place of what a link must not hold: another host, or the one-time answer of the identity provider.
 */
record AskedAddress(String path, @Nullable String query) {

    private static final AskedAddress START = new AskedAddress("/", null);

    static AskedAddress of(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = original instanceof String asked ? asked : request.getRequestURI();
        return path.startsWith("//") || path.startsWith("/login/")
                ? START
                : new AskedAddress(path, request.getQueryString());
    }

    String inLanguage(String language) {
        try {
            return UriComponentsBuilder.fromPath(path)
                    .query(query == null ? "" : query)
                    .replaceQueryParam("lang", language)
                    .build(true)
                    .toUriString();
        } catch (IllegalArgumentException notAnAddress) {
            return "/?lang=" + language;
        }
    }

    @Override
    public String toString() {
        return query == null ? path : path + "?" + query;
    }
}
