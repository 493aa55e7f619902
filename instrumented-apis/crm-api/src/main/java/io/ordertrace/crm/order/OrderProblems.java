package io.ordertrace.crm.order;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the seller is told when an order is not there or not where the step needs it. */
@RestControllerAdvice
@Order(0)
class OrderProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownOrder e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, e.getMessage());
    }

    @ExceptionHandler({IllegalTransition.class, ChangedMeanwhile.class})
    ProblemDetail conflict(RuntimeException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
    }
}
