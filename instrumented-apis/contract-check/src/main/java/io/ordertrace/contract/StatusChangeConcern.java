package io.ordertrace.contract;

import io.ordertrace.registry.Attribute.Member;
import io.ordertrace.registry.Registry;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;

/** A change of status says when it was made, in a time that all can compare, and who made it. */
final class StatusChangeConcern implements Concern {

    private static final String CHANGED_AT = "jewelry.order.status.changed_at";
    private static final String DATE_TIME = "\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}([.,]\\d+)?)?";
    private static final Pattern WITHOUT_ZONE = Pattern.compile(DATE_TIME);
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    private final Registry registry;
    private final Duration tolerance;

    /** @param tolerance how far the clocks of a service and its database may be apart */
    StatusChangeConcern(Registry registry, Duration tolerance) {
        this.registry = registry;
        this.tolerance = tolerance;
    }

    @Override
    public void check(SeenSpan span, Findings findings) {
        if (span.isStatusChange()) {
            span.text(CHANGED_AT).ifPresent(time -> checkTime(span, time, findings));
            checkActor(span, findings);
        }
    }

    private void checkTime(SeenSpan span, String time, Findings findings) {
        if (WITHOUT_ZONE.matcher(time).matches()) {
            findings.add(Rule.CHANGED_AT_WITHOUT_ZONE, time);
            return;
        }
        try {
            if (!RFC_3339.matcher(time).matches()) {
                throw new DateTimeException("of another form");
            }
            checkDistance(span, OffsetDateTime.parse(time).toInstant(), findings);
        } catch (DateTimeException e) {
            findings.add(Rule.CHANGED_AT_MALFORMED, time);
        }
    }

    private void checkDistance(SeenSpan span, Instant changedAt, Findings findings) {
        Instant start = instant(span.span().getStartTimeUnixNano());
        Instant end = instant(span.span().getEndTimeUnixNano());
        if (changedAt.isBefore(start.minus(tolerance)) || changedAt.isAfter(end.plus(tolerance))) {
            findings.add(Rule.CHANGED_AT_FAR_FROM_SPAN, changedAt + " in a span from " + start + " to " + end);
        }
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0).plusNanos(nanos);
    }

    private void checkActor(SeenSpan span, Findings findings) {
        List<String> actors = span.text(SeenSpan.ORDER_STATUS)
                .flatMap(status -> registry.attribute(SeenSpan.ORDER_STATUS).flatMap(known -> known.member(status)))
                .map(Member::actors)
                .orElse(List.of());
        if (!actors.isEmpty() && actors.stream().noneMatch(span::has)) {
            findings.add(Rule.ACTOR_MISSING, "none of " + String.join(", ", actors));
        }
    }
}
