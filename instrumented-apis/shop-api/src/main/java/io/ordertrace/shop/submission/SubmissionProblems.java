package io.ordertrace.shop.submission;

import io.ordertrace.telemetry.InvalidModel;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the customer is told about a file that is no model. */
@RestControllerAdvice
@Order(0)
class SubmissionProblems {

    @ExceptionHandler
    ProblemDetail invalid(InvalidModel e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }
}
