package io.ordertrace.stack.demo.live;

import io.ordertrace.stack.demo.plan.PlannedOrder;
import io.ordertrace.stack.demo.plan.Week;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

/** Which step of which order comes next, week after week; remembers it over a restart. */
final class Agenda {

    private static final int ORDERS_A_WEEK = 300;

    private final PriorityQueue<Due> due = new PriorityQueue<>(
            Comparator.comparing(Due::at).thenComparing(step -> step.order().number()));
    private final Map<Integer, String> orders = new TreeMap<>();
    private final Path file;
    private final long seed;
    private int week;
    private Instant begin;
    private Instant time;

    /** Goes on where the last run on the same data has ended, else begins at {@code now}. */
    Agenda(Path file, long seed, Instant now) throws IOException {
        this.file = file;
        Place place =
                Place.read(file).filter(kept -> kept.seed() == seed).orElse(new Place(seed, 1, now, now, Map.of()));
        this.seed = seed;
        week = place.week();
        begin = place.begin();
        time = place.time();
        orders.putAll(place.orders());
        fill();
    }

    /** Takes out the step that comes next. */
    Due next() {
        while (due.isEmpty()) {
            week++;
            begin = begin.plus(Week.LENGTH);
            orders.clear();
            fill();
        }
        return due.remove();
    }

    /** By the plan's clock: when the last step was done. */
    Instant time() {
        return time;
    }

    void done(Due step) throws IOException {
        time = step.at();
        remember();
    }

    void add(Due step) {
        due.add(step);
    }

    /** The id that the services gave the order. */
    String id(PlannedOrder order) {
        String id = orders.get(order.number());
        if (id == null) {
            throw new IllegalStateException("order " + order.number() + " of the plan has not begun");
        }
        return id;
    }

    void began(PlannedOrder order, String id) {
        orders.put(order.number(), id);
    }

    void stopped(PlannedOrder order) {
        orders.remove(order.number());
    }

    private void fill() {
        // The plan of each week ends a week after its begin; the orders' later steps run into the next.
        for (PlannedOrder order : Week.before(begin.plus(Week.LENGTH), seed + week, ORDERS_A_WEEK)) {
            boolean begun = !order.steps().getFirst().at().isAfter(time);
            if (!begun) {
                due.add(new Due(order.steps().getFirst().at(), order, 0, 0));
            } else if (orders.containsKey(order.number())) {
                addNext(order);
            }
        }
    }

    private void addNext(PlannedOrder order) {
        for (int place = 1; place < order.steps().size(); place++) {
            Instant at = order.steps().get(place).at();
            if (at.isAfter(time)) {
                due.add(new Due(at, order, place, 0));
                return;
            }
        }
    }

    private void remember() throws IOException {
        new Place(seed, week, begin, time, orders).write(file);
    }
}
