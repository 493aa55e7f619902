package io.ordertrace.troubles;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has calls of the API wait. */
final class SlowCalls extends OncePerRequestFilter {

    private final Troubles troubles;

    SlowCalls(Troubles troubles) {
        this.troubles = troubles;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Thread.sleep(troubles.millis(Trouble.SLOW).orElse(0));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        chain.doFilter(request, response);
    }
}
