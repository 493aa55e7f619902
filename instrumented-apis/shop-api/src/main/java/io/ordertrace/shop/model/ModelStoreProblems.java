package io.ordertrace.shop.model;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import software.amazon.awssdk.core.exception.SdkException;

/** The caller may try again; what the store said stays in the log and in the trace. */
@RestControllerAdvice
@Order(0)
class ModelStoreProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ModelStoreProblems.class);

    @ExceptionHandler
    ProblemDetail unavailable(SdkException e) {
        LOG.error("The model store failed", e);
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, "The model cannot be stored at the moment; the order is unchanged");
    }
}
