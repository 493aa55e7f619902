package io.ordertrace.crm.messaging;

import io.opentelemetry.api.trace.Span;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The change stands, and the answer says so. */
@RestControllerAdvice
@Order(0)
class MessagingProblems {

    private static final Logger LOG = LoggerFactory.getLogger(MessagingProblems.class);

    @ExceptionHandler
    ProblemDetail notAnnounced(NotAnnounced e) {
        LOG.error("A change was not announced", e);
        Span.current().recordException(e);
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
    }
}
