package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderProcess;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the words for a reader's language. */
@Component
class Wordings {

    private final MessageSource messages;
    private final OrderProcess process;
    private final HistorySettings settings;

    Wordings(MessageSource messages, OrderProcess process, HistorySettings settings) {
        this.messages = messages;
        this.process = process;
        this.settings = settings;
    }

    Wording in(Locale locale, Instant now) {
        return Wording.of(messages, process, locale, settings.zone(), now);
    }
}
