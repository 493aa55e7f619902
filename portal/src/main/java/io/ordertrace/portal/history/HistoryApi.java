package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One order's history as JSON. */
@RestController
class HistoryApi {

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
}
