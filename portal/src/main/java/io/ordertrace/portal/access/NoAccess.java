package io.ordertrace.portal.access;

import io.ordertrace.portal.web.Problems;
import io.ordertrace.portal.web.RequestKind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Tells a signed-in person plainly that a page is not theirs. */
class NoAccess implements AccessDeniedHandler {

    private final MissingSession missingSession;

    NoAccess(MissingSession missingSession) {
        this.missingSession = missingSession;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        boolean csrf = denied instanceof CsrfException;
        if (person == null || person instanceof AnonymousAuthenticationToken) {
            // The token went with the session: what is missing is the sign-in.
            missingSession.commence(request, response);
        } else if (isStartPage(request) && manages(person)) {
            // An administrator sees no orders, yet has a start page.
            response.sendRedirect("/access");
        } else {
            if (RequestKind.of(request) == RequestKind.FRAGMENT) {
                response.setHeader("HX-Refresh", "true");
            }
            Problems.send(
                    request, response, HttpStatus.FORBIDDEN, csrf ? "web.error.form-expired" : "web.error.no-access");
        }
    }

    private static boolean isStartPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && request.getRequestURI().equals("/")
                && RequestKind.of(request) == RequestKind.PAGE;
    }

    private static boolean manages(Authentication person) {
        return person.getAuthorities().contains(Authority.ACCESS_MANAGE.granted());
    }
}
