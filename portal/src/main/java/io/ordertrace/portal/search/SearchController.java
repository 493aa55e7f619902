package io.ordertrace.portal.search;

import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderIdRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first page, and what its field leads to. */
@Controller
class SearchController {

    // What the field accepts; a longer text was not typed by a person and is not repeated on the page.
    private static final int LONGEST_REPEATED = 300;

    @GetMapping("/")
    String page() {
        return "search/page";
    }

    @GetMapping("/orders")
    ModelAndView search(@RequestParam(defaultValue = "") String q) {
        try {
            return new ModelAndView("redirect:/orders/" + OrderId.parse(q).value());
        } catch (OrderIdRefused refused) {
            ModelAndView page = new ModelAndView("search/page", HttpStatus.BAD_REQUEST);
            page.addObject("refused", refused.reason());
            page.addObject("longest", OrderId.LONGEST);
            page.addObject("typed", q.length() <= LONGEST_REPEATED ? q : "");
            return page;
        }
    }
}
