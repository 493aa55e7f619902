package io.ordertrace.portal.history;

import io.ordertrace.portal.history.ProblemWording.Problem;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderIdRefused;
import io.ordertrace.portal.source.SourceUnavailable;
import io.ordertrace.portal.web.PageOrFragment;
import io.ordertrace.portal.web.RequestKind;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The page of one order, and a page for each reason why there is none. */
@Controller
class HistoryController {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryController.class);

    private final OrderHistories histories;
    private final Wordings wordings;

    HistoryController(OrderHistories histories, Wordings wordings) {
        this.histories = histories;
        this.wordings = wordings;
    }

    @GetMapping("/orders/{orderId}")
    String order(
            @PathVariable String orderId,
            HttpServletRequest request,
            Locale locale,
            @Nullable Authentication reader,
            Model model) {
        OrderHistory history = histories.find(OrderId.parse(orderId));
        String known = history.order().value();
        if (!known.equals(orderId)) {
            return "redirect:/orders/" + known;
        }
        Wording words = wordings.in(locale, history.askedAt());
        model.addAttribute("order", new TimelineViews(history, words, TechnicalDetail.allowedTo(reader)).view());
        return PageOrFragment.view(request, "history/page", "part");
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
