package io.ordertrace.portal.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page in words: everything is text in the reader's language, ready to be shown. */
record TimelineView(
        String orderId,
        VerdictView verdict,
        List<String> participants,
        List<String> notes,
        boolean complete,
        List<StepView> steps) {

    /**
     * The first thing on the page.
     *
     * @param kind {@code in-progress}, {@code lost} and so on, for style and tests
     * @param sign a shape for the kind
     */
    record VerdictView(
            String kind,
            String sign,
            String headline,
            List<String> sentences,
            String advice,
            @Nullable TimeView since) {}

    /** A point in time, for machines, as it was, and as seen from now. */
    record TimeView(String machine, String absolute, String relative) {}

    /**
     * A status of the order.
     *
     * @param state {@code reached}, {@code current}, {@code expected} or {@code before} (before any status)
     */
    record StepView(
            String state,
            String sign,
            String title,
            @Nullable String code,
            String who,
            @Nullable TimeView time,
            @Nullable StayView stay,
            @Nullable TraceView trace,
            List<HopView> hops,
            @Nullable AttemptsView attempts) {}

    /**
     * How long the order stayed in a status.
     *
     * @param seconds the stay
     * @param usualSeconds longest usual stay; null when none is declared
     */
    record StayView(String text, long seconds, @Nullable Long usualSeconds, long scaleSeconds) {}

    record TraceView(String link, String label, String traceId, String spanId) {}

    /**
     * A message under way.
     *
     * @param state {@code processed}, {@code late}, {@code failed}, {@code pending}, {@code lost}, {@code not-sent} or
     *     {@code dead-letter}
     */
    record HopView(String state, String sign, String key, String way, String outcome, String about, TraceView trace) {}

    /** Attempts that failed, folded. */
    record AttemptsView(String summary, List<AttemptView> attempts) {}

    /** @param technical exception type and text; null for those who may not see it */
    record AttemptView(TimeView time, String text, @Nullable String technical, TraceView trace) {}
}
