package io.ordertrace.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many spans each service sent and what was wrong with them. */
public final class Report {

    private static final int MOST_EXAMPLES = 100;

    private final SortedMap<String, Service> services = new TreeMap<>();

    void count(SeenSpan span) {
        if (!span.service().isEmpty()) {
            service(span.service()).spans++;
        }
    }

    void add(Violation violation) {
        service(violation.service()).add(violation);
    }

    private Service service(String name) {
        return services.computeIfAbsent(name, unused -> new Service());
    }

    /** Services that sent anything, and what was wrong with it. */
    public SortedMap<String, Service> services() {
        return Collections.unmodifiableSortedMap(services);
    }

    /** The spans of all services together. */
    public long spans() {
        return services.values().stream().mapToLong(Service::spans).sum();
    }

    public long violations() {
        return services.values().stream()
                .flatMap(service -> service.tallies().values().stream())
                .mapToLong(Tally::count)
                .sum();
    }

    /** The same with these services only. */
    Report of(Set<String> names) {
        Report part = new Report();
        services.forEach((name, service) -> {
            if (names.contains(name)) {
                part.services.put(name, service);
            }
        });
        return part;
    }

    /** What one service sent. */
    public static final class Service {

        private final Map<Rule, Tally> tallies = new EnumMap<>(Rule.class);
        private long spans;

        private Service() {}

        private void add(Violation violation) {
            tallies.computeIfAbsent(violation.rule(), unused -> new Tally()).add(violation);
        }

        public long spans() {
            return spans;
        }

        /** The rules that it broke. */
        public Map<Rule, Tally> tallies() {
            return Collections.unmodifiableMap(tallies);
        }
    }

    /** How often a rule was broken, and by which spans first. */
    public static final class Tally {

        private final List<Violation> examples = new ArrayList<>();
        private long count;

        private Tally() {}

        private void add(Violation violation) {
            count++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(violation);
            }
        }

        public long count() {
            return count;
        }

        /** The first hundred at most. */
        public List<Violation> examples() {
            return Collections.unmodifiableList(examples);
        }
    }
}
