package io.ordertrace.stack.demo.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** When people are at it, by the clock of Moscow: how much of a usual hour's work is done in each hour of the week. */
public enum Shift {
    /** Machines, and whoever has begun something and goes on at once. */
    ALWAYS(0, 24, 1, 1),
    /** Most in the day, a little at night, half at weekends. */
    CUSTOMERS(9, 23, 0.5, 0.04),
    SELLERS(8, 22, 0.5, 0),
    OPERATORS(7, 23, 0.4, 0);

    public static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final double HOUR_NANOS = Duration.ofHours(1).toNanos();

    private final int from;
    private final int to;
    private final double atWeekends;
    private final double atNight;

    Shift(int from, int to, double atWeekends, double atNight) {
        this.from = from;
        this.to = to;
        this.atWeekends = atWeekends;
        this.atNight = atNight;
    }

    /** How much of a usual hour's work is done in the hour around that time, 0 to 1. */
    public double share(Instant time) {
        ZonedDateTime there = time.atZone(ZONE);
        boolean weekend = there.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        boolean day = there.getHour() >= from && there.getHour() < to;
        return (day ? 1 : atNight) * (weekend ? atWeekends : 1);
    }

    /** When that much work is done that is begun at {@code start}. */
    Instant after(Instant start, Duration work) {
        double left = work.toNanos();
        Instant time = start;
        while (true) {
            Instant hourEnd = endOfHour(time);
            double done = share(time) * Duration.between(time, hourEnd).toNanos();
            if (done >= left && done > 0) {
                return time.plusNanos((long) (left / share(time)));
            }
            left -= done;
            time = hourEnd;
        }
    }

    /** Usual hours' work between two times. */
    private double between(Instant start, Instant end) {
        double work = 0;
        for (Instant time = start; time.isBefore(end); time = endOfHour(time)) {
            Instant hourEnd = endOfHour(time);
            Instant until = hourEnd.isBefore(end) ? hourEnd : end;
            work += share(time) * Duration.between(time, until).toNanos();
        }
        return work / HOUR_NANOS;
    }

    /** The time between {@code start} and {@code end} before which that part (0 to 1) of all the work is done. */
    Instant at(double part, Instant start, Instant end) {
        return after(start, Duration.ofNanos((long) (between(start, end) * part * HOUR_NANOS)));
    }

    private static Instant endOfHour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    }
}
