package io.ordertrace.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Gives every view its {@link Layout}; marks that an answer may differ for htmx. */
class LayoutInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.addHeader(HttpHeaders.VARY, "HX-Request");
        // A request attribute, not a model attribute: views that answer an exception have a model of their own.
        request.setAttribute("layout", layout(request));
        return true;
    }

    private static Layout layout(HttpServletRequest request) {
        AskedAddress address = AskedAddress.of(request);
        Authentication person = signedIn();
        return new Layout(
                person == null ? null : person.getName(),
                person == null ? Set.of() : authorities(person),
                address.path(),
                address.inLanguage("ru"),
                address.inLanguage("en"));
    }

    private static @Nullable Authentication signedIn() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person instanceof AnonymousAuthenticationToken ? null : person;
    }

    private static Set<String> authorities(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(name -> name != null)
                .collect(Collectors.toUnmodifiableSet());
    }
}
