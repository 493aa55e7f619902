package io.ordertrace.contract;

/** Only the Collector says that a span is from a browser; a service says at most that it generates a history. */
final class OriginConcern implements Concern {

    @Override
    public void check(SeenSpan span, Findings findings) {
        if (span.has("jewelry.origin")
                && !span.text("jewelry.origin").filter("generator"::equals).isPresent()) {
            findings.add(Rule.ORIGIN_SET_BY_SERVICE, "jewelry.origin");
        }
        if (span.service().isBlank()) {
            findings.add(Rule.SERVICE_NAME_MISSING, span.span().getName());
        }
    }
}
