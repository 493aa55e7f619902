package io.ordertrace.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One kind of span of the contract.
 *
 * @param type        name of the definition
 * @param name        exact name of the span; empty if it varies
 * @param kind        {@code internal}, {@code client} and so on
 * @param alwaysError whether the span tells of failures only
 * @param constant    name of the Java constant for the name of the span
 */
public record SpanType(
        String type,
        Optional<String> name,
        String kind,
        String brief,
        List<Use> attributes,
        boolean alwaysError,
        Optional<String> constant) {

    public SpanType {
        attributes = List.copyOf(attributes);
    }

    /**
     * An attribute on this kind of span.
     *
     * @param condition when it has to be there, in words; empty if always, or if it need not be
     */
    public record Use(String key, Level level, Optional<String> condition, When when) {}

    public enum Level {
        REQUIRED,
        CONDITIONALLY_REQUIRED,
        RECOMMENDED,
        OPT_IN;

        static Level of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** How an attribute depends on the status of its span, as far as that can be checked. */
    public enum When {
        /** There if and only if the status is not Error. */
        OK,
        /** There at least if the status is Error. */
        ERROR,
        ANY;

        static When of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
