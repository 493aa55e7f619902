package io.ordertrace.request;

import io.opentelemetry.context.Scope;
import io.ordertrace.telemetry.OrderTelemetry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Believes nothing that a request's baggage says about orders, and tells the trace why a request failed if nothing
 * beneath it has.
 */
final class RequestTelemetryFilter extends OncePerRequestFilter {

    private static final int FIRST_SERVER_ERROR = 500;

    private final OrderTelemetry telemetry;

    RequestTelemetryFilter(OrderTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (Scope ignored = telemetry.distrustBaggage()) {
            chain.doFilter(request, response);
        }
        Object failure = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        if (response.getStatus() >= FIRST_SERVER_ERROR && failure instanceof Throwable thrown) {
            telemetry.failed(thrown);
        }
    }
}
