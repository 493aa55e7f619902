package io.ordertrace.browser;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * Whether a request comes from the service's own page, as the browser says. It keeps other sites from sending spans
 * through a visitor's browser; a visitor who wants to lie can, and is limited otherwise.
 */
final class SameOrigin {

    private SameOrigin() {}

    /** @throws ErrorResponseException 403, if the request comes from elsewhere or does not say from where */
    static void require(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean siteFits = site == null || site.equals("same-origin");
        boolean originFits = origin == null || origin.toLowerCase(Locale.ROOT).equals(originOf(request));
        boolean said = site != null || origin != null;
        if (!said || !siteFits || !originFits) {
            throw new ErrorResponseException(HttpStatus.FORBIDDEN);
        }
    }

    /** Behind a gateway that ends TLS, {@code server.forward-headers-strategy} makes these the visitor's. */
    private static String originOf(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == ("https".equals(request.getScheme()) ? 443 : 80);
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        return request.getScheme() + "://" + host + (usual ? "" : ":" + port);
    }
}
