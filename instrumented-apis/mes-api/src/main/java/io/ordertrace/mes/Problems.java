package io.ordertrace.mes;

import io.opentelemetry.api.trace.Span;
import io.ordertrace.mes.b2b.KeyOfAnotherModel;
import io.ordertrace.mes.b2b.UnknownApiKey;
import io.ordertrace.mes.order.ChangedMeanwhile;
import io.ordertrace.mes.order.IllegalTransition;
import io.ordertrace.mes.order.UnknownOrder;
import io.ordertrace.telemetry.InvalidModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import software.amazon.awssdk.core.exception.SdkException;

/** Says as a problem detail why a request was not done. What failed inside is told to the trace and log only. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail unknown(UnknownOrder e) {
        return problem(HttpStatus.NOT_FOUND, e);
    }

    @ExceptionHandler({IllegalTransition.class, ChangedMeanwhile.class})
    ProblemDetail conflict(RuntimeException e) {
        return problem(HttpStatus.CONFLICT, e);
    }

    @ExceptionHandler
    ProblemDetail badModel(InvalidModel e) {
        return problem(HttpStatus.BAD_REQUEST, e);
    }

    @ExceptionHandler
    ProblemDetail anotherModel(KeyOfAnotherModel e) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, e);
    }

    @ExceptionHandler
    ProblemDetail stranger(UnknownApiKey e) {
        return problem(HttpStatus.UNAUTHORIZED, e);
    }

    @ExceptionHandler
    ProblemDetail unavailable(SdkException e) {
        return failure(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The store of models does not answer and the order is not submitted; repeat the request.",
                e);
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        return failure(HttpStatus.INTERNAL_SERVER_ERROR, "The request failed inside MES API.", e);
    }

    private static ProblemDetail problem(HttpStatus status, Exception e) {
        return ProblemDetail.forStatusAndDetail(status, e.getMessage());
    }

    private static ProblemDetail failure(HttpStatus status, String detail, Exception e) {
        LOG.error("{}", detail, e);
        Span.current().recordException(e);
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
