package io.ordertrace.portal.access;

import io.ordertrace.portal.web.RequestKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * The page that was asked for before sign-in, to lead back to it. Never a fragment or data; and a script that asks for
 * the same address is not taken for that page: it would get the page's headers, and a redirect in place of 401.
 */
class AskedPages extends HttpSessionRequestCache {

    @SuppressWarnings("NullAway") // null is the documented way to keep "?continue" out of the address
    AskedPages() {
        setMatchingRequestParameterName(null);
        setRequestMatcher(AskedPages::isPage);
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return isPage(request) ? super.getMatchingRequest(request, response) : null;
    }

    private static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && RequestKind.of(request) == RequestKind.PAGE;
    }
}
