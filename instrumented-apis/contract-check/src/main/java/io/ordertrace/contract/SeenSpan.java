package io.ordertrace.contract;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A span with where it came from.
 *
 * @param service    empty if it does not say
 * @param attributes without empty strings, which say as much as no attribute
 */
record SeenSpan(String service, Map<String, AnyValue> attributes, Span span) {

    static final String ORDER_ID = "jewelry.order.id";
    static final String ORDER_STATUS = "jewelry.order.status";
    static final String STATUS_CHANGE = "order.status_change";

    static SeenSpan of(Resource resource, Span span) {
        AnyValue service = map(resource.getAttributesList()).get("service.name");
        return new SeenSpan(service == null ? "" : service.getStringValue(), map(span.getAttributesList()), span);
    }

    static Map<String, AnyValue> map(List<KeyValue> list) {
        Map<String, AnyValue> map = new LinkedHashMap<>();
        for (KeyValue entry : list) {
            if (!entry.getValue()
                    .equals(AnyValue.newBuilder().setStringValue("").build())) {
                map.put(entry.getKey(), entry.getValue());
            }
        }
        return map;
    }

    boolean has(String key) {
        return attributes.containsKey(key);
    }

    /** The value of a string; empty also if it is of another type. */
    Optional<String> text(String key) {
        return Optional.ofNullable(attributes.get(key))
                .filter(AnyValue::hasStringValue)
                .map(AnyValue::getStringValue);
    }

    boolean failed() {
        return span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR;
    }

    boolean isStatusChange() {
        return span.getName().equals(STATUS_CHANGE);
    }

    String traceId() {
        return hex(span.getTraceId());
    }

    String spanId() {
        return hex(span.getSpanId());
    }

    String parentId() {
        return hex(span.getParentSpanId());
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
