package io.ordertrace.portal.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;

/** Dates as people of one language write them, with the short month names that the whole portal uses. */
record Dates(MessageSource messages, Locale locale, ZoneId zone) {

    /** One moment for a machine and for a person. */
    record Moment(String machine, String text) {}

    /** {@code 18 ноя 2026, 12:03}. */
    Moment minute(Instant instant) {
        return moment(instant, ", HH:mm");
    }

    /** {@code 18 ноя 2026}. */
    Moment day(Instant instant) {
        return moment(instant, "");
    }

    private Moment moment(Instant instant, String time) {
        List<String> names =
                List.of(messages.getMessage("access.months", null, locale).split(","));
        Map<Long, String> months = new HashMap<>();
        for (int month = 1; month <= names.size(); month++) {
            months.put((long) month, names.get(month - 1));
        }
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .appendPattern("d ")
                .appendText(ChronoField.MONTH_OF_YEAR, months)
                .appendPattern(" yyyy" + time)
                .toFormatter(locale);
        return new Moment(instant.toString(), formatter.format(instant.atZone(zone)));
    }
}
