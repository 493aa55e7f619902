package io.ordertrace.portal.source.jaeger;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.opentelemetry.proto.trace.v1.TracesData;
import io.ordertrace.portal.order.SpanId;
import io.ordertrace.portal.order.TraceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns OTLP messages into our own spans. A span without valid ids is left out, and so is one from a browser: whoever
 * visits a page can write it, so it proves nothing about an order, neither by what it says nor by being there.
 *
 * @param pages names under which browser pages report
 */
record Spans(List<String> pages) {

    Spans {
        pages = List.copyOf(pages);
    }

    List<Span> in(TracesData chunk) {
        List<Span> spans = new ArrayList<>();
        for (ResourceSpans resource : chunk.getResourceSpansList()) {
            Map<String, String> about = attributes(resource.getResource().getAttributesList());
            String service = about.getOrDefault("service.name", "unknown");
            if (pages.contains(service) || fromBrowser(about)) {
                continue;
            }
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                scope.getSpansList().forEach(span -> read(service, span).ifPresent(spans::add));
            }
        }
        return spans;
    }

    private static Optional<Span> read(String service, io.opentelemetry.proto.trace.v1.Span span) {
        String traceId = hex(span.getTraceId(), 32);
        String spanId = hex(span.getSpanId(), 16);
        Map<String, String> attributes = allAttributes(span);
        if (traceId == null || spanId == null || fromBrowser(attributes)) {
            return Optional.empty();
        }
        String parent = hex(span.getParentSpanId(), 16);
        return Optional.of(new Span(
                new TraceId(traceId),
                new SpanId(spanId),
                parent == null ? null : new SpanId(parent),
                service,
                Text.clean(span.getName()),
                kind(span.getKind()),
                instant(span.getStartTimeUnixNano()),
                instant(span.getEndTimeUnixNano()),
                span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR,
                attributes));
    }

    private static boolean fromBrowser(Map<String, String> attributes) {
        return Attributes.BROWSER.equals(attributes.get(Attributes.ORIGIN));
    }

    // Attributes of exception events join the span's own: both are read alike. The last exception is the one that
    // escaped.
    private static Map<String, String> allAttributes(io.opentelemetry.proto.trace.v1.Span span) {
        Map<String, String> all = new LinkedHashMap<>();
        if (!span.getStatus().getMessage().isEmpty()) {
            all.put(Attributes.STATUS_MESSAGE, Text.clean(span.getStatus().getMessage()));
        }
        span.getEventsList().stream()
                .filter(event -> event.getName().equals("exception"))
                .flatMap(event -> attributes(event.getAttributesList()).entrySet().stream())
                .filter(attribute -> attribute.getKey().startsWith("exception."))
                .forEach(attribute -> all.put(attribute.getKey(), attribute.getValue()));
        all.putAll(attributes(span.getAttributesList()));
        return all;
    }

    private static Map<String, String> attributes(List<KeyValue> pairs) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (KeyValue pair : pairs) {
            String value = text(pair.getValue());
            if (!value.isBlank()) {
                attributes.put(pair.getKey(), Text.clean(value));
            }
        }
        return attributes;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> Long.toString(value.getIntValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            default -> "";
        };
    }

    private static Span.Kind kind(io.opentelemetry.proto.trace.v1.Span.SpanKind kind) {
        return switch (kind) {
            case SPAN_KIND_SERVER -> Span.Kind.SERVER;
            case SPAN_KIND_CLIENT -> Span.Kind.CLIENT;
            case SPAN_KIND_PRODUCER -> Span.Kind.PRODUCER;
            case SPAN_KIND_CONSUMER -> Span.Kind.CONSUMER;
            default -> Span.Kind.INTERNAL;
        };
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(0, Math.max(0, nanos));
    }

    private static @Nullable String hex(ByteString id, int digits) {
        String hex = HexFormat.of().formatHex(id.toByteArray());
        return hex.length() != digits || hex.chars().allMatch(digit -> digit == '0') ? null : hex;
    }
}
