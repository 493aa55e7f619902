package io.ordertrace.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;

/**
 * What the other side can make use of: a whole page that a person reads, a fragment that htmx swaps in, or data.
 *
 * <p>A request without a preference ({@code Accept: *}{@code /*}) for a page's address is a page; the same for an
 * address under {@code /api/} or {@code /jaeger/api/} is data, and so is whatever a page fetches for itself.
 */
public enum RequestKind {
    PAGE,
    FRAGMENT,
    DATA;

    private static final List<String> DATA_PATHS = List.of("/api/", "/jaeger/api/", "/jaeger/static/");

    /** Answers for the address that was asked first, also while an error page is being made for it. */
    public static RequestKind of(HttpServletRequest request) {
        if ("true".equals(request.getHeader("HX-Request")) && !"true".equals(request.getHeader("HX-Boosted"))) {
            return FRAGMENT;
        }
        if (isPartOfAPage(request) || DATA_PATHS.stream().anyMatch(askedPath(request)::startsWith)) {
            return DATA;
        }
        return prefersData(request) ? DATA : PAGE;
    }

    /** Fetched by a page that is open, as a script, a picture or data, and not opened in its place. */
    private static boolean isPartOfAPage(HttpServletRequest request) {
        String destination = request.getHeader("Sec-Fetch-Dest");
        return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                || (destination != null && !destination.equals("document"));
    }

    private static String askedPath(HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original instanceof String path ? path : request.getRequestURI();
    }

    private static boolean prefersData(HttpServletRequest request) {
        List<MediaType> accepted;
        try {
            accepted = new ServletServerHttpRequest(request).getHeaders().getAccept();
        } catch (IllegalArgumentException broken) {
            return false;
        }
        boolean json = accepted.stream()
                .anyMatch(type -> MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type)
                        || "json".equals(type.getSubtypeSuffix())
                        || MediaType.TEXT_EVENT_STREAM.equalsTypeAndSubtype(type));
        return json && accepted.stream().noneMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }
}
