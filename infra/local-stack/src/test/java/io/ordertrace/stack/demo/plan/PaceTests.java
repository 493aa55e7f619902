package io.ordertrace.stack.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTests {

    @ParameterizedTest
    @CsvSource({
        "CREATED, SUBMIT",
        "PRICE_CALCULATED, APPROVE",
        "PRICE_CALCULATED, REJECT",
        "PRICE_CALCULATED, CANCEL",
        "MANUFACTURING_APPROVED, CALL_OFF",
        "MANUFACTURING_APPROVED, TAKE",
        "MANUFACTURING_STARTED, COMPLETE",
        "MANUFACTURING_COMPLETED, REWORK",
        "MANUFACTURING_COMPLETED, PACK",
        "PACKAGED, SHIP",
        "SHIPPED, CLOSE"
    })
    void limitsAreThoseOfTheDeclaredProcess(String before, Step step) throws IOException {
        Path declared = StackOptions.enclosingProject().resolve("portal/src/main/resources/order-process.yml");
        Matcher expected = Pattern.compile("code: " + before + "\\n(?:(?!- code).*\\n)*? +expected: (\\d+)h")
                .matcher(Files.readString(declared));

        assertThat(expected.find()).isTrue();
        assertThat(step.pace().limit()).isEqualTo(Duration.ofHours(Long.parseLong(expected.group(1))));
    }

    @Test
    void timesScatterAboutTheMedian() {
        Pace pace = new Pace(Duration.ofHours(4), 0.25, 0.6, Shift.ALWAYS);
        SplittableRandom random = new SplittableRandom(5);
        List<Duration> taken = new ArrayList<>();
        for (int i = 0; i < 2_001; i++) {
            taken.add(Duration.between(Instant.EPOCH, pace.next(Instant.EPOCH, random)));
        }
        Collections.sort(taken);

        assertThat(taken.get(1_000)).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(67));
        assertThat(taken.get(320)).isBetween(Duration.ofMinutes(28), Duration.ofMinutes(38));
        assertThat(taken.getLast()).isLessThan(Duration.ofHours(20));
    }

    @Test
    void whatIsLeftAtTheEndOfAShiftIsDoneTheNextMorning() {
        Instant fridayEvening = Instant.parse("2026-03-13T18:30:00Z");
        Instant saturdayMorning = Instant.parse("2026-03-14T05:00:00Z");

        // Half an hour is left until 22:00 in Moscow; on Saturday work goes on at half the pace.
        assertThat(Shift.SELLERS.after(fridayEvening, Duration.ofMinutes(90)))
                .isEqualTo(saturdayMorning.plus(Duration.ofMinutes(120)));
    }
}
