package io.ordertrace.stack.demo.plan;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeekTests {

    private static final Instant END = Instant.parse("2026-03-13T09:30:00Z");
    private static final List<PlannedOrder> MANY = Week.before(END, 7, 2_000);

    @RepeatedTest(20)
    void theSameSeedMakesTheSameWeek(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition() * 7919L;
        List<PlannedOrder> week = Week.before(END, seed, 120);

        assertThat(Week.before(END, seed, 120)).isEqualTo(week);
        assertThat(Week.before(END, seed + 1, 120)).isNotEqualTo(week);
    }

    @Test
    void atAnotherTimeTheSameSeedMakesTheSameOrders() {
        List<PlannedOrder> later = Week.before(END.plus(Duration.ofHours(61)), 7, 2_000);

        assertThat(later)
                .extracting(WeekTests::withoutTimes)
                .isEqualTo(MANY.stream().map(WeekTests::withoutTimes).toList());
    }

    @Test
    void ordersBeginWithinTheWeekAndInTheOrderOfTheirNumbers() {
        assertThat(MANY)
                .allSatisfy(order -> assertThat(order.steps().getFirst().at()).isBetween(END.minus(Week.LENGTH), END));
        assertThat(MANY).extracting(order -> order.steps().getFirst().at()).isSorted();
        assertThat(MANY).extracting(PlannedOrder::number).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void oneOrderInFiveComesFromAPartner() {
        assertThat(share(PlannedOrder::b2b)).isCloseTo(0.20, within(0.03));
    }

    @Test
    void someAreRejectedCancelledReworkedOrLeftHalfMade() {
        assertThat(share(order -> has(order, Step.REJECT))).isCloseTo(0.06, within(0.02));
        assertThat(share(order -> has(order, Step.CANCEL))).isCloseTo(0.04, within(0.02));
        assertThat(share(order -> has(order, Step.CALL_OFF))).isCloseTo(0.04, within(0.02));
        assertThat(share(order -> has(order, Step.REWORK))).isCloseTo(0.06, within(0.02));
        assertThat(share(order -> order.steps().getLast().step() == Step.CREATE))
                .isCloseTo(0.035, within(0.02));
    }

    @Test
    void aboutAThirdIsClosedAtTheEndOfTheWeek() {
        assertThat(share(order -> order.steps().getLast().step() == Step.CLOSE
                        && order.steps().getLast().at().isBefore(END)))
                .isBetween(0.2, 0.5);
    }

    @Test
    void nightsAndWeekendsAreThin() {
        List<Instant> begins =
                MANY.stream().map(order -> order.steps().getFirst().at()).toList();
        Predicate<Instant> weekend =
                time -> time.atZone(Shift.ZONE).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        Predicate<Instant> night = time -> time.atZone(Shift.ZONE).getHour() < 9;

        assertThat(share(begins, weekend)).isBetween(0.1, 0.2);
        assertThat(share(begins, night)).isLessThan(0.06);
        assertThat(actsOf("seller-")).allMatch(time -> time.atZone(Shift.ZONE).getHour() >= 8);
        assertThat(actsOf("op-")).allMatch(time -> time.atZone(Shift.ZONE).getHour() >= 7);
    }

    @Test
    void fewStepsTakeLongerThanTheProcessExpects() {
        List<Boolean> late = MANY.stream().flatMap(WeekTests::stays).toList();

        assertThat(share(late, isLate -> isLate)).isBetween(0.01, 0.10);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void everyMishapComesInAWeekOfThreeHundredOrdersAndNoneIsFrequent(long seed) {
        List<Mishap> mishaps = Week.before(END, seed, 300).stream()
                .flatMap(order -> order.steps().stream())
                .filter(step -> step.at().isBefore(END))
                .flatMap(step -> step.mishap().stream())
                .toList();

        assertThat(EnumSet.copyOf(mishaps)).isEqualTo(EnumSet.allOf(Mishap.class));
        assertThat(mishaps.size()).isLessThan(300 / 4);
    }

    @Test
    void whatFailsIsTriedAgainOrGivenUpAndWhatStrandsIsTheEnd() {
        for (PlannedOrder order : MANY) {
            for (int i = 0; i < order.steps().size() - 1; i++) {
                PlannedStep step = order.steps().get(i);
                assertThat(step.mishap().map(Mishap::outcome)).isNotEqualTo(Optional.of(Mishap.Outcome.STRANDS));
                assertThat(step.happens() || order.steps().get(i + 1).step() == step.step())
                        .isTrue();
            }
        }
    }

    @Test
    void thereAreFewPeople() {
        assertThat(MANY.stream()
                        .flatMap(order -> order.steps().stream())
                        .map(PlannedStep::actor)
                        .collect(toSet()))
                .hasSizeBetween(50, 90)
                .allMatch(actor -> actor.matches("(user|seller|op)-\\d{1,3}|b2b-[a-z]+"));
    }

    private static PlannedOrder withoutTimes(PlannedOrder order) {
        List<PlannedStep> steps = new ArrayList<>();
        for (PlannedStep step : order.steps()) {
            steps.add(
                    new PlannedStep(Instant.EPOCH.plusSeconds(steps.size()), step.step(), step.actor(), step.mishap()));
        }
        return new PlannedOrder(order.number(), order.b2b(), order.jewel(), steps);
    }

    private static Stream<Boolean> stays(PlannedOrder order) {
        Stream.Builder<Boolean> late = Stream.builder();
        for (int i = 1; i < order.steps().size(); i++) {
            PlannedStep step = order.steps().get(i);
            Duration stay = Duration.between(order.steps().get(i - 1).at(), step.at());
            late.add(stay.compareTo(step.step().pace().limit()) > 0);
        }
        return late.build();
    }

    private static boolean has(PlannedOrder order, Step step) {
        return order.steps().stream().anyMatch(planned -> planned.step() == step);
    }

    private static List<Instant> actsOf(String prefix) {
        return MANY.stream()
                .flatMap(order -> order.steps().stream())
                .filter(step -> step.actor().startsWith(prefix) && step.mishap().isEmpty())
                .map(PlannedStep::at)
                .toList();
    }

    private static double share(Predicate<PlannedOrder> which) {
        return share(MANY, which);
    }

    private static <T> double share(List<T> all, Predicate<T> which) {
        return (double) all.stream().filter(which).count() / all.size();
    }
}
