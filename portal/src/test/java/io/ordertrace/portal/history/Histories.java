package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.OrderProcessFile;
import io.ordertrace.portal.source.Gap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/** Histories assembled from stories as of a given moment, and the words for them. */
final class Histories {

    static final OrderProcess PROCESS = OrderProcessFile.read(new ClassPathResource("order-process.yml"));
    static final Locale RUSSIAN = Locale.of("ru");

    private Histories() {}

    static OrderHistory of(Story story, Instant now, Gap... gaps) {
        FakeSource source = new FakeSource().knows("ORD-1", story.events(), gaps);
        return asking(source, now).find(new OrderId("ORD-1"));
    }

    static OrderHistories asking(FakeSource source, Instant now) {
        return new OrderHistories(List.of(source), PROCESS, Duration.ofSeconds(1), Clock.fixed(now, ZoneOffset.UTC));
    }

    static String summary(OrderHistory history, Locale locale) {
        return new VerdictWording(words(locale, history.askedAt()), history.verdict(), history.askedAt()).summary();
    }

    static Wording words(Locale locale, Instant now) {
        return Wording.of(messages(), PROCESS, locale, ZoneId.of("Europe/Moscow"), now);
    }

    private static MessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/history");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
