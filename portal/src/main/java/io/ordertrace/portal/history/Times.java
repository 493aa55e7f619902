package io.ordertrace.portal.history;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;

/** Times, spans of time and numbers as people of one language write them. */
record Times(MessageSource messages, Locale locale, ZoneId zone, Instant now) {

    private static final Duration SHORTEST_SHOWN = Duration.ofMillis(100);

    /** For the {@code datetime} attribute and JSON: {@code 2026-11-18T12:03:11+03:00}. */
    String machine(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MILLIS).atZone(zone));
    }

    /** {@code 18 ноя 2026, 12:03:11 МСК}. */
    String absolute(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        return formatter().format(time) + "\u00A0" + zoneName(time);
    }

    /** {@code 3 ч 12 мин назад}, {@code только что}, {@code через 2 мин}. */
    String relative(Instant instant) {
        Duration ago = Duration.between(instant, now);
        if (ago.abs().compareTo(Duration.ofSeconds(2)) < 0) {
            return text("just-now");
        }
        return text(ago.isNegative() ? "ahead" : "ago", duration(ago.abs()));
    }

    /** {@code менее 0,1 с}, {@code 0,8 с}, {@code 25 с}, {@code 2 мин 38 с}, {@code 3 ч 12 мин}, {@code 2 дня 3 ч}. */
    String duration(Duration duration) {
        return duration(duration, "days");
    }

    /** The form after "up to": {@code 1 дня}, {@code 5 дней}, {@code 4 ч}. */
    String limit(Duration duration) {
        return duration(duration, "days.limit");
    }

    private String duration(Duration duration, String daysKey) {
        if (duration.compareTo(SHORTEST_SHOWN) < 0) {
            return text("moment-only");
        }
        if (duration.compareTo(Duration.ofSeconds(10)) < 0) {
            return text("seconds", number(duration.toMillis() / 1000.0, 1));
        }
        if (duration.toDays() > 0) {
            String days =
                    text(daysKey + "." + Plural.of(duration.toDays(), locale).key(), number(duration.toDays(), 0));
            return joined(days, "hours", duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return joined(text("hours", number(duration.toHours(), 0)), "minutes", duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? joined(text("minutes", number(duration.toMinutes(), 0)), "seconds", duration.toSecondsPart())
                : text("seconds", number(duration.toSeconds(), 0));
    }

    /** {@code 1,4 МБ}, {@code 684 Б}. */
    String size(long bytes) {
        if (bytes < 1024) {
            return text("size.bytes", number(bytes, 0));
        }
        return bytes < 1024 * 1024
                ? text("size.kilobytes", number(bytes / 1024.0, 1))
                : text("size.megabytes", number(bytes / (1024.0 * 1024.0), 1));
    }

    String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    private String joined(String large, String smallKey, int small) {
        return small == 0 ? large : large + " " + text(smallKey, number(small, 0));
    }

    private DateTimeFormatter formatter() {
        List<String> months = List.of(text("months").split(","));
        Map<Long, String> names = IntStream.rangeClosed(1, 12)
                .boxed()
                .collect(Collectors.toMap(Integer::longValue, month -> months.get(month - 1), (a, b) -> a));
        return new DateTimeFormatterBuilder()
                .appendPattern("d ")
                .appendText(ChronoField.MONTH_OF_YEAR, names)
                .appendPattern(" yyyy, HH:mm:ss")
                .toFormatter(locale);
    }

    private String zoneName(ZonedDateTime time) {
        String name = DateTimeFormatter.ofPattern("zzz", locale).format(time);
        String translated = messages.getMessage("history.zone." + name, null, null, locale);
        return translated == null ? name : translated;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("history." + key, arguments, locale);
    }
}
