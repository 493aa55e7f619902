package io.ordertrace.contract;

import io.opentelemetry.proto.trace.v1.Span;
import io.ordertrace.registry.Registry;
import io.ordertrace.registry.SpanType;
import io.ordertrace.registry.SpanType.Level;
import io.ordertrace.registry.SpanType.Use;
import io.ordertrace.registry.SpanType.When;
import java.util.Locale;

/** Spans of the contract have the kind, the status and the attributes that the registry asks of them. */
final class SpansConcern implements Concern {

    private final Registry registry;

    SpansConcern(Registry registry) {
        this.registry = registry;
    }

    @Override
    public void check(SeenSpan span, Findings findings) {
        registry.spanNamed(span.span().getName()).ifPresent(type -> check(span, type, findings));
        if (!span.isStatusChange()
                && span.attributes().keySet().stream().anyMatch(key -> key.startsWith(SeenSpan.ORDER_STATUS))) {
            findings.add(Rule.WRONG_SPAN_NAME, span.span().getName() + " instead of " + SeenSpan.STATUS_CHANGE);
        }
        if (span.failed() && !span.has("error.type") && !tellsAnException(span.span())) {
            findings.add(Rule.ERROR_WITHOUT_ERROR_TYPE, span.span().getName());
        }
    }

    private static void check(SeenSpan span, SpanType type, Findings findings) {
        String kind = "SPAN_KIND_" + type.kind().toUpperCase(Locale.ROOT);
        if (!span.span().getKind().name().equals(kind)) {
            findings.add(
                    Rule.WRONG_SPAN_KIND, type.type() + " is " + span.span().getKind());
        }
        if (type.alwaysError() && !span.failed()) {
            findings.add(Rule.WRONG_SPAN_STATUS, type.type());
        }
        type.attributes().forEach(use -> check(span, type, use, findings));
    }

    private static void check(SeenSpan span, SpanType type, Use use, Findings findings) {
        boolean needed = use.level() == Level.REQUIRED
                || use.when() == When.OK && !span.failed()
                || use.when() == When.ERROR && span.failed();
        if (needed && !span.has(use.key())) {
            findings.add(missing(span, use.key()), type.type() + " without " + use.key());
        }
        if (use.when() == When.OK && span.failed() && span.has(use.key())) {
            findings.add(Rule.COMMITTED_CHANGE_WITH_ERROR, use.key() + " beside status Error");
        }
    }

    private static Rule missing(SeenSpan span, String key) {
        return switch (key) {
            case SeenSpan.ORDER_ID ->
                span.isStatusChange() ? Rule.STATUS_CHANGE_WITHOUT_ORDER_ID : Rule.REQUIRED_ATTRIBUTE_MISSING;
            case "jewelry.order.status.changed_at" -> Rule.CHANGED_AT_MISSING;
            case "jewelry.failure.class" -> Rule.FAILURE_CLASS_MISSING;
            case "error.type" -> Rule.ERROR_WITHOUT_ERROR_TYPE;
            default -> Rule.REQUIRED_ATTRIBUTE_MISSING;
        };
    }

    /** Spans of the agent's older instrumentations name the type in the event only. */
    private boolean tellsAnException(Span span) {
        return registry.spanNamed(span.getName()).isPresent()
                || span.getEventsList().stream()
                        .anyMatch(
                                event -> SeenSpan.map(event.getAttributesList()).containsKey("exception.type"));
    }
}
