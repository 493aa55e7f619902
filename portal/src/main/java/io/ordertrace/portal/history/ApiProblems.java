package io.ordertrace.portal.history;

import io.ordertrace.portal.history.ProblemWording.Problem;
import io.ordertrace.portal.order.OrderIdRefused;
import io.ordertrace.portal.source.SourceUnavailable;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** The same reasons as RFC 9457 problem details. */
@RestControllerAdvice(assignableTypes = HistoryApi.class)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Wordings wordings;

    ApiProblems(Wordings wordings) {
        this.wordings = wordings;
    }

    @ExceptionHandler
    ProblemDetail notFound(OrderNotFound notFound, Locale locale) {
        ProblemDetail detail = detail(words(locale).notFound(notFound));
        detail.setProperty("orderId", notFound.order().value());
        detail.setProperty("searched", notFound.searched());
        return detail;
    }

    @ExceptionHandler
    ProblemDetail unavailable(SourceUnavailable unavailable, Locale locale) {
        LOG.warn("{}", unavailable.getMessage());
        ProblemDetail detail = detail(words(locale).unavailable(unavailable));
        detail.setProperty("source", unavailable.source());
        detail.setProperty("deadlineMillis", unavailable.deadline().toMillis());
        return detail;
    }

    @ExceptionHandler
    ProblemDetail refused(OrderIdRefused refused, Locale locale) {
        return detail(words(locale).refused(refused));
    }

    private ProblemWording words(Locale locale) {
        return new ProblemWording(wordings.in(locale, Instant.now()));
    }

    private static ProblemDetail detail(Problem problem) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(problem.status(), String.join(" ", problem.lines()));
        detail.setTitle(problem.title());
        detail.setType(URI.create("urn:order-trace:" + problem.state()));
        return detail;
    }
}
