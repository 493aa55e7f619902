package io.ordertrace.portal.access;

import io.ordertrace.portal.web.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives the signed-in person, for this one request, what their roles in the database allow at this moment. Nothing of it
 * is kept in the session, so a role that was taken away is gone on the next request. It works for whatever way of
 * signing in comes before it in the chain.
 */
class GrantedAuthoritiesFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(GrantedAuthoritiesFilter.class);

    private final RoleGrants grants;

    GrantedAuthoritiesFilter(RoleGrants grants) {
        this.grants = grants;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person != null && !(person instanceof AnonymousAuthenticationToken)) {
            List<GrantedAuthority> authorities;
            try {
                authorities = authoritiesOf(new UserName(person.getName()));
            } catch (DataAccessException unreachable) {
                LOG.warn("cannot read the granted roles: {}", unreachable.getMessage());
                if (request.getDispatcherType() != DispatcherType.ERROR) {
                    Problems.send(request, response, HttpStatus.SERVICE_UNAVAILABLE, "access.database-unavailable");
                    return;
                }
                authorities = List.of();
            }
            SecurityContextHolder.setContext(new SecurityContextImpl(with(person, authorities)));
        }
        chain.doFilter(request, response);
    }

    private List<GrantedAuthority> authoritiesOf(UserName user) {
        return grants.rolesOf(user).stream()
                .flatMap(role -> role.authorities().stream())
                .distinct()
                .map(Authority::granted)
                .toList();
    }

    private static Authentication with(Authentication person, List<GrantedAuthority> authorities) {
        return person.toBuilder()
                .authorities(present -> {
                    present.clear();
                    present.addAll(authorities);
                })
                .build();
    }

    /** A long answer is asked about again when it goes on. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /** An error page has the same header as every other page. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
