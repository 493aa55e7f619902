package io.ordertrace.portal.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What Jaeger UI sends on its own. It knows nothing of the portal's CSRF token; the browser's word that the request
 * comes from a page of this very origin takes its place, and a browser that does not give its word is refused.
 */
class JaegerUiPosts implements RequestMatcher {

    private static final Set<String> ADDRESSES = Set.of("/jaeger/api/archive", "/jaeger/api/transform");

    @Override
    public boolean matches(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getMethod().equals("POST")
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && ADDRESSES.stream().anyMatch(address -> path.equals(address) || path.startsWith(address + "/"));
    }
}
