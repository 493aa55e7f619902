package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.web.PageOrFragment;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one order. */
@Controller
class HistoryController {

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
}
