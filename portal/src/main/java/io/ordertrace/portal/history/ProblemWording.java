package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderIdRefused;
import io.ordertrace.portal.source.SourceUnavailable;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** Says why there is no history: for a page and for JSON alike. */
record ProblemWording(Wording words) {

    /**
     * One reason, in words.
     *
     * @param state name of the state, for style, tests and the problem's type
     * @param lines what exactly happened, and what to do
     */
    record Problem(HttpStatus status, String state, String title, List<String> lines, boolean retry) {}

    Problem notFound(OrderNotFound notFound) {
        String sources = notFound.searched().stream()
                .map(origin -> words.text("source." + origin))
                .collect(Collectors.joining(", "));
        return new Problem(
                HttpStatus.NOT_FOUND,
                "not-found",
                words.text("problem.not-found", notFound.order()),
                List.of(words.text("problem.not-found.where", sources), words.text("problem.not-found.advice")),
                false);
    }

    Problem unavailable(SourceUnavailable unavailable) {
        String source = words.text("source." + unavailable.source());
        String deadline = words.duration(unavailable.deadline());
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "source-unavailable",
                words.text("problem.unavailable", source),
                List.of(
                        words.text("problem.unavailable." + unavailable.reason(), source, deadline),
                        words.text("problem.unavailable.advice", deadline)),
                true);
    }

    Problem refused(OrderIdRefused refused) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "bad-order-id",
                words.text("problem.bad-id"),
                List.of(words.text("problem.bad-id." + refused.reason(), OrderId.LONGEST)),
                false);
    }
}
