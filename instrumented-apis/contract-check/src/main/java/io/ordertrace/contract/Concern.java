package io.ordertrace.contract;

/** Looks at one span at a time. */
@FunctionalInterface
interface Concern {

    void check(SeenSpan span, Findings findings);
}
