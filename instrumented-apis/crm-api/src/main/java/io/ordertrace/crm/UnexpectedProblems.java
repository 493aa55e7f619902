package io.ordertrace.crm;

import io.opentelemetry.api.trace.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Whatever nobody expected: the caller learns only that it happened, log and trace learn what. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class UnexpectedProblems {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedProblems.class);

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        LOG.error("Request failed", e);
        Span.current().recordException(e);
        return ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
    }
}
