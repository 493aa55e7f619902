package io.ordertrace.contract;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;

/** No text of a span looks like a person's data; the report says where and what kind, and does not repeat it. */
final class PersonalDataConcern implements Concern {

    @Override
    public void check(SeenSpan seen, Findings findings) {
        Span span = seen.span();
        look("the span's name", span.getName(), findings);
        look("the status", span.getStatus().getMessage(), findings);
        look("the trace state", span.getTraceState(), findings);
        look("", span.getAttributesList(), findings);
        for (Span.Event event : span.getEventsList()) {
            look("the name of an event", event.getName(), findings);
            look("an event's ", event.getAttributesList(), findings);
        }
        span.getLinksList().forEach(link -> look("a link's ", link.getAttributesList(), findings));
    }

    /** Attributes of something else than a span: its resource, its instrumentation scope. */
    static void look(String owner, List<KeyValue> attributes, Findings findings) {
        for (KeyValue attribute : attributes) {
            // An order id of the shop's own form may consist of digits only.
            if (!attribute.getKey().equals(SeenSpan.ORDER_ID)) {
                look(owner + attribute.getKey(), attribute.getValue(), findings);
            }
        }
    }

    private static void look(String where, AnyValue value, Findings findings) {
        switch (value.getValueCase()) {
            case STRING_VALUE -> look(where, value.getStringValue(), findings);
            case ARRAY_VALUE -> value.getArrayValue().getValuesList().forEach(inner -> look(where, inner, findings));
            case KVLIST_VALUE -> look(where + ".", value.getKvlistValue().getValuesList(), findings);
            default -> {}
        }
    }

    private static void look(String where, String text, Findings findings) {
        PersonalData.in(text).forEach(kind -> findings.add(Rule.PERSONAL_DATA, kind.words() + " in " + where));
    }
}
