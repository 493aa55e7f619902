package io.ordertrace.stack.demo.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** The orders that are made in the seven days before a time, and all that becomes of them, also afterwards. */
public final class Week {

    public static final Duration LENGTH = Duration.ofDays(7);

    /** Of the steps that fail, so many are not tried again. */
    private static final double GIVEN_UP = 0.25;

    /** Nobody goes on before: until then a message that was held back has come. */
    private static final Duration AFTERMATH = Duration.ofMinutes(10);

    private final long seed;
    private final Instant end;

    private Week(long seed, Instant end) {
        this.seed = seed;
        this.end = end;
    }

    /**
     * Whose order it is, what it is and what goes wrong depends on the seed alone; when, also on the week.
     *
     * @param count of orders
     */
    public static List<PlannedOrder> before(Instant end, long seed, int count) {
        return new Week(seed, end).orders(count);
    }

    private List<PlannedOrder> orders(int count) {
        List<Route> routes = IntStream.range(0, count)
                .mapToObj(order -> Route.draw(random(order, 1)))
                .toList();
        Map<Integer, Mishap> mishaps = Luck.deal(routes, seed);
        SplittableRandom moments = new SplittableRandom(seed);
        List<Instant> begins = moments.doubles(count)
                .sorted()
                .mapToObj(part -> Shift.CUSTOMERS.at(part, end.minus(LENGTH), end))
                .toList();
        return IntStream.range(0, count)
                .mapToObj(order ->
                        order(order, begins.get(order), routes.get(order), Optional.ofNullable(mishaps.get(order))))
                .toList();
    }

    private PlannedOrder order(int order, Instant begin, Route route, Optional<Mishap> mishap) {
        People people = People.draw(route.b2b(), random(order, 2));
        return new PlannedOrder(
                order + 1,
                route.b2b(),
                Jewel.draw(random(order, 3)),
                steps(begin, route, people, mishap, random(order, 4)));
    }

    private static List<PlannedStep> steps(
            Instant begin, Route route, People people, Optional<Mishap> mishap, RandomGenerator random) {
        List<PlannedStep> steps = new ArrayList<>();
        Instant time = begin;
        Optional<Mishap> ahead = mishap;
        for (Step step : route.steps()) {
            time = steps.isEmpty() ? begin : step.pace().next(time, random);
            Optional<Mishap> now = ahead.filter(next -> next.step() == step);
            steps.add(new PlannedStep(time, step, people.doing(step), now));
            if (now.isPresent()) {
                ahead = Optional.empty();
                if (ends(now.get(), random)) {
                    return steps;
                }
                time = time.plus(Pace.times(AFTERMATH, 1 + random.nextDouble()));
                if (now.get().outcome() == Mishap.Outcome.FAILS) {
                    steps.add(new PlannedStep(time, step, people.doing(step), Optional.empty()));
                }
            }
        }
        return steps;
    }

    private static boolean ends(Mishap mishap, RandomGenerator random) {
        boolean givenUp = random.nextDouble() < GIVEN_UP;
        return switch (mishap.outcome()) {
            case STRANDS -> true;
            case FAILS -> givenUp;
            case PASSES -> false;
        };
    }

    /** Each order and purpose has a source of its own, so that a draw more in one place changes nothing elsewhere. */
    private RandomGenerator random(int order, int purpose) {
        SplittableRandom base = new SplittableRandom(seed * 1_000_003 + order * 31L + purpose);
        return base.split();
    }
}
