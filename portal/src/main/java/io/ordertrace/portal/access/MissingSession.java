package io.ordertrace.portal.access;

import io.ordertrace.portal.web.Problems;
import io.ordertrace.portal.web.RequestKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Sends a page to sign-in. A script must never follow that redirect and take the sign-in page for its answer: it is told
 * 401, and htmx is told to load the whole page again, which then leads through sign-in and back.
 */
class MissingSession implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
            throws IOException {
        commence(request, response);
    }

    void commence(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (RequestKind.of(request)) {
            case PAGE -> response.sendRedirect(IdentityProvider.SIGN_IN_PATH);
            case FRAGMENT -> {
                response.setHeader("HX-Refresh", "true");
                Problems.send(request, response, HttpStatus.UNAUTHORIZED, "web.error.signed-out");
            }
            case DATA -> Problems.send(request, response, HttpStatus.UNAUTHORIZED, "web.error.signed-out");
        }
    }
}
