package io.ordertrace.upload;

import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the caller is told about a model that is not taken. */
@RestControllerAdvice
@Order(0)
class UploadProblems {

    private final Duration retryAfter;

    UploadProblems(Duration retryAfter) {
        this.retryAfter = retryAfter;
    }

    @ExceptionHandler
    ProblemDetail tooLarge(ModelTooLarge e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, e.getMessage());
    }

    /** Retry-After tells it from a 503 after which nobody knows what was done. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyUploads e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage()));
    }

    /** Not the service's failure, whether the caller's line is slow or the caller went away. */
    @ExceptionHandler
    ProblemDetail brokenOff(UploadBrokenOff e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }
}
