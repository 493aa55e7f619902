package io.ordertrace.portal.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTests {

    private static final Instant NOW = Instant.parse("2026-11-18T12:15:11Z");

    private final Wording russian = Histories.words(Histories.RUSSIAN, NOW);
    private final Wording english = Histories.words(Locale.ENGLISH, NOW);

    @Test
    void writesATimeWithItsZone() {
        Instant time = Instant.parse("2026-11-18T09:03:11.250Z");
        assertThat(russian.times().absolute(time)).isEqualTo("18 ноя 2026, 12:03:11\u00A0МСК");
        assertThat(english.times().absolute(time)).isEqualTo("18 Nov 2026, 12:03:11\u00A0MSK");
        assertThat(russian.times().machine(time)).isEqualTo("2026-11-18T12:03:11.25+03:00");
    }

    @ParameterizedTest
    @CsvSource({
        "1,янв", "2,фев", "3,мар", "4,апр", "5,мая", "6,июн", "7,июл", "8,авг", "9,сен", "10,окт", "11,ноя", "12,дек"
    })
    void namesMonths(int month, String name) {
        Instant time = Instant.parse("2026-%02d-03T09:00:00Z".formatted(month));
        assertThat(russian.times().absolute(time)).startsWith("3 " + name + " 2026");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT0.8S|0,8 с|0.8 s",
                "PT25S|25 с|25 s",
                "PT2M38S|2 мин 38 с|2 min 38 s",
                "PT4H|4 ч|4 h",
                "PT3H12M|3 ч 12 мин|3 h 12 min",
                "PT24H|1 день|1 day",
                "PT51H|2 дня 3 ч|2 days 3 h",
                "PT120H|5 дней|5 days",
                "PT264H|11 дней|11 days",
                "PT504H|21 день|21 days",
                "PT48000H|2 000 дней|2,000 days"
            })
    void writesDurationsInTheRightForm(Duration duration, String inRussian, String inEnglish) {
        assertThat(russian.duration(duration).replace('\u00A0', ' ').replace('\u202F', ' '))
                .isEqualTo(inRussian);
        assertThat(english.duration(duration)).isEqualTo(inEnglish);
    }

    @Test
    void limitsTakeTheGenitive() {
        assertThat(russian.limit(Duration.ofDays(1))).isEqualTo("1 дня");
        assertThat(russian.limit(Duration.ofDays(2))).isEqualTo("2 дней");
        assertThat(russian.limit(Duration.ofHours(4))).isEqualTo("4 ч");
    }

    @Test
    void tellsHowLongAgo() {
        assertThat(russian.times().relative(NOW.minusSeconds(11_532))).isEqualTo("3 ч 12 мин назад");
        assertThat(russian.times().relative(NOW.minusSeconds(1))).isEqualTo("только что");
        assertThat(russian.times().relative(NOW.plusSeconds(120))).isEqualTo("через 2 мин");
        assertThat(english.times().relative(NOW.minusSeconds(11_532))).isEqualTo("3 h 12 min ago");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1 неудачная попытка|1 failed attempt",
                "2|2 неудачные попытки|2 failed attempts",
                "5|5 неудачных попыток|5 failed attempts",
                "11|11 неудачных попыток|11 failed attempts",
                "12|12 неудачных попыток|12 failed attempts",
                "21|21 неудачная попытка|21 failed attempts",
                "22|22 неудачные попытки|22 failed attempts",
                "111|111 неудачных попыток|111 failed attempts"
            })
    void countsInThreeForms(long number, String inRussian, String inEnglish) {
        assertThat(russian.counted("attempts", number)).isEqualTo(inRussian);
        assertThat(english.counted("attempts", number)).isEqualTo(inEnglish);
    }

    @Test
    void writesSizesAndNumbers() {
        assertThat(russian.times().size(684)).isEqualTo("684 Б");
        assertThat(russian.times().size(1_468_006)).isEqualTo("1,4 МБ");
        assertThat(english.times().size(1_468_006)).isEqualTo("1.4 MB");
        assertThat(russian.times().number(1234.56, 2)).isEqualTo("1\u00A0234,56");
    }
}
