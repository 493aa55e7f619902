package io.ordertrace.portal.history;

import io.ordertrace.portal.history.ProblemWording.Problem;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderIdRefused;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.SourceUnavailable;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One order's history as JSON; the reasons why there is none as RFC 9457 problem details. */
@RestController
class HistoryApi {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryApi.class);

    private final OrderHistories histories;
    private final Wordings wordings;

    HistoryApi(OrderHistories histories, Wordings wordings) {
        this.histories = histories;
        this.wordings = wordings;
    }

    @GetMapping(path = "/api/v1/orders/{orderId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<HistoryJson> order(@PathVariable String orderId, Locale locale, @Nullable Authentication reader) {
        OrderHistory history = histories.find(OrderId.parse(orderId));
        Wording words = wordings.in(locale, history.askedAt());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new HistoryJsonWriter(history, words, TechnicalDetail.allowedTo(reader)).json());
    }

    @ExceptionHandler
    ProblemDetail notFound(OrderNotFound notFound, Locale locale) {
        ProblemDetail detail = detail(words(locale).notFound(notFound));
        detail.setProperty("orderId", notFound.order().value());
        detail.setProperty(
                "searched", notFound.searched().stream().map(HistoryApi::lower).toList());
        return detail;
    }

    @ExceptionHandler
    ProblemDetail unavailable(SourceUnavailable unavailable, Locale locale) {
        LOG.warn("{}", unavailable.getMessage());
        ProblemDetail detail = detail(words(locale).unavailable(unavailable));
        detail.setProperty("source", lower(unavailable.source()));
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

    private static String lower(Origin source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
