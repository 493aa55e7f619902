package io.ordertrace.problem;

import io.opentelemetry.api.trace.Span;
import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.OrderTelemetry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * A database that is away, or keeps somebody waiting for longer than allowed, is no error of the service. The exception's
 * type does not tell them apart: a lock that was not to be had, for instance, is an uncategorised one to Spring.
 */
@RestControllerAdvice
@Order(0)
class DatabaseProblems {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseProblems.class);

    private final OrderTelemetry telemetry;

    DatabaseProblems(OrderTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    /** An interrupted transaction may have been committed: hence the advice to look first. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ProblemDetail failed(RuntimeException e) {
        FailureClass kind = telemetry.failure(e).kind();
        LOG.error("The database failed: {}", kind.attribute(), e);
        Span.current().recordException(e);
        return kind == FailureClass.ERROR
                ? ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR)
                : ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "A store that is needed does not answer. See how the order stands before trying again.");
    }
}
