package io.ordertrace.portal.history;

import io.ordertrace.portal.history.ProblemWording.Problem;
import io.ordertrace.portal.order.OrderIdRefused;
import io.ordertrace.portal.source.SourceUnavailable;
import io.ordertrace.portal.web.PageOrFragment;
import io.ordertrace.portal.web.RequestKind;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Pages for a history that cannot be shown, each reason told apart. */
@ControllerAdvice(assignableTypes = HistoryController.class)
class PageProblems {

    private static final Logger LOG = LoggerFactory.getLogger(PageProblems.class);

    private final Wordings wordings;

    PageProblems(Wordings wordings) {
        this.wordings = wordings;
    }

    @ExceptionHandler
    ModelAndView notFound(OrderNotFound notFound, HttpServletRequest request, Locale locale) {
        return page(words(locale).notFound(notFound), request);
    }

    @ExceptionHandler
    ModelAndView unavailable(SourceUnavailable unavailable, HttpServletRequest request, Locale locale) {
        LOG.warn("{}", unavailable.getMessage());
        return page(words(locale).unavailable(unavailable), request);
    }

    @ExceptionHandler
    ModelAndView refused(OrderIdRefused refused, HttpServletRequest request, Locale locale) {
        return page(words(locale).refused(refused), request);
    }

    private ProblemWording words(Locale locale) {
        return new ProblemWording(wordings.in(locale, Instant.now()));
    }

    private static ModelAndView page(Problem problem, HttpServletRequest request) {
        ModelAndView page = new ModelAndView(PageOrFragment.view(request, "history/problem", "part"));
        // htmx drops what comes with an error status; the part itself says what is wrong.
        boolean part = RequestKind.of(request) == RequestKind.FRAGMENT;
        page.setStatus(part ? HttpStatus.OK : problem.status());
        page.addObject("problem", problem);
        page.addObject("self", request.getRequestURI());
        return page;
    }
}
