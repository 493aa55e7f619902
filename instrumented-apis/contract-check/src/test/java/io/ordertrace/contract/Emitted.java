package io.ordertrace.contract;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.ordertrace.registry.Registry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** Spans as a service emits them, right ones to begin with. */
final class Emitted {

    static final Instant AT = Instant.parse("2026-02-03T04:05:06.789012Z");

    private Emitted() {}

    /** A committed change that keeps the contract. */
    static Span.Builder change() {
        return set(
                span("order.status_change"),
                "jewelry.order.id",
                "ORD-0000042",
                "jewelry.order.status",
                "SHIPPED",
                "jewelry.order.status.changed_at",
                AT.toString(),
                "jewelry.operator.id",
                "op-17");
    }

    /** An attempt that failed and keeps the contract. */
    static Span.Builder attempt() {
        Span.Builder attempt = set(change(), "error.type", "java.io.IOException", "jewelry.failure.class", "error");
        return failed(without(attempt, "jewelry.order.status.changed_at"));
    }

    static Span.Builder span(String name) {
        long start = AT.getEpochSecond() * 1_000_000_000 + AT.getNano();
        return Span.newBuilder()
                .setTraceId(random(16))
                .setSpanId(random(8))
                .setName(name)
                .setKind(Span.SpanKind.SPAN_KIND_INTERNAL)
                .setStartTimeUnixNano(start)
                .setEndTimeUnixNano(start + 1_000_000);
    }

    static Span.Builder child(Span parent) {
        return span("SELECT mes").setTraceId(parent.getTraceId()).setParentSpanId(parent.getSpanId());
    }

    static Span.Builder failed(Span.Builder span) {
        return span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
    }

    /** With these attributes, in pairs, in place of what they were. */
    static Span.Builder set(Span.Builder span, String... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            without(span, pairs[i]).addAttributes(attribute(pairs[i], pairs[i + 1]));
        }
        return span;
    }

    static Span.Builder without(Span.Builder span, String key) {
        List<KeyValue> others = span.getAttributesList().stream()
                .filter(attribute -> !attribute.getKey().equals(key))
                .toList();
        return span.clearAttributes().addAllAttributes(others);
    }

    static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    static ExportTraceServiceRequest by(String service, Span... spans) {
        return by(List.of(attribute("service.name", service)), spans);
    }

    static ExportTraceServiceRequest by(List<KeyValue> resource, Span... spans) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAllAttributes(resource))
                        .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(List.of(spans))))
                .build();
    }

    static Report checked(ExportTraceServiceRequest... requests) {
        ContractCheck check = new ContractCheck(Registry.load(), Duration.ofMinutes(5), violation -> {});
        List.of(requests).forEach(check::add);
        return check.finish();
    }

    /** The spans by which the service broke the rule. */
    static List<Violation> found(Report report, String service, Rule rule) {
        Report.Tally tally =
                Objects.requireNonNull(report.services().get(service)).tallies().get(rule);
        return tally == null ? List.of() : tally.examples();
    }

    private static ByteString random(int length) {
        byte[] bytes = new byte[length];
        ThreadLocalRandom.current().nextBytes(bytes);
        return ByteString.copyFrom(bytes);
    }
}
