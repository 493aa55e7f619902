package io.ordertrace.telemetry;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells from an exception and its causes how something failed and through whom. The exception nearest the root knows best. */
public final class Failures {

    private final List<FailureRule> rules;

    /** @param rules one for each client library that the service uses */
    public Failures(List<FailureRule> rules) {
        this.rules =
                Stream.concat(rules.stream(), Stream.of(new NetworkFailures())).toList();
    }

    public Failure of(Throwable failure) {
        FailureClass kind = null;
        String dependency = null;
        for (Throwable link : fromTheRoot(failure)) {
            for (FailureRule rule : rules) {
                FailureRule.Clue clue = rule.read(link);
                kind = first(kind, clue == null ? null : clue.kind());
                dependency = first(dependency, clue == null ? null : clue.dependency());
            }
        }
        return new Failure(kind == null ? FailureClass.ERROR : kind, dependency);
    }

    private static <T> @Nullable T first(@Nullable T known, @Nullable T next) {
        return known == null ? next : known;
    }

    private static Deque<Throwable> fromTheRoot(Throwable failure) {
        Deque<Throwable> links = new ArrayDeque<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            links.push(link);
        }
        return links;
    }
}
