package io.ordertrace.portal.source;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** One trace as the services would report it, told span by span. */
public final class Otlp {

    private final String traceId;
    private final List<ResourceSpans> spans = new ArrayList<>();

    private Otlp(String traceId) {
        this.traceId = traceId;
    }

    public static Otlp trace() {
        return new Otlp(random(16));
    }

    /** Further spans of a trace. */
    public static Otlp trace(String id) {
        return new Otlp(id);
    }

    /** A status change of an order, beneath a request. */
    public static Otlp change(String order, String service, String status, Instant at, String... attributes) {
        Otlp trace = trace();
        Told request = trace.span(service, "POST /api/orders", SpanKind.SPAN_KIND_SERVER)
                .at(at.minusMillis(40), Duration.ofMillis(60))
                .with("jewelry.order.id", order);
        trace.span(service, "order.status_change", SpanKind.SPAN_KIND_INTERNAL)
                .below(request)
                .at(at.minusMillis(20), Duration.ofMillis(30))
                .with("jewelry.order.id", order)
                .with("jewelry.order.status", status)
                .with("jewelry.order.status.changed_at", at.toString())
                .with(attributes);
        return trace;
    }

    public String traceId() {
        return traceId;
    }

    public Told span(String service, String name, SpanKind kind) {
        Told told = new Told(service, name, kind, spans.size());
        spans.add(told.built());
        return told;
    }

    /** All spans in one message. */
    public TracesData data() {
        return TracesData.newBuilder().addAllResourceSpans(spans).build();
    }

    /** Every span in a message of its own. */
    public List<TracesData> chunks() {
        return spans.stream()
                .map(span -> TracesData.newBuilder().addResourceSpans(span).build())
                .toList();
    }

    static String random(int bytes) {
        byte[] id = new byte[bytes];
        ThreadLocalRandom.current().nextBytes(id);
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }

    /** A span being told; each call puts the new state into the trace. */
    public final class Told {

        private final int place;
        private final Span.Builder span;
        private final Resource.Builder resource;

        private Told(String service, String name, SpanKind kind, int place) {
            this.place = place;
            this.resource = Resource.newBuilder().addAttributes(attribute("service.name", service));
            this.span = Span.newBuilder()
                    .setTraceId(bytes(traceId))
                    .setSpanId(bytes(random(8)))
                    .setName(name)
                    .setKind(kind);
        }

        public String id() {
            return HexFormat.of().formatHex(span.getSpanId().toByteArray());
        }

        public Told below(Told parent) {
            span.setParentSpanId(parent.span.getSpanId());
            return told();
        }

        public Told belowMissingParent() {
            span.setParentSpanId(bytes(random(8)));
            return told();
        }

        public Told at(Instant start, Duration duration) {
            span.setStartTimeUnixNano(nanos(start)).setEndTimeUnixNano(nanos(start.plus(duration)));
            return told();
        }

        public Told with(String... pairs) {
            for (int i = 0; i < pairs.length; i += 2) {
                span.addAttributes(attribute(pairs[i], pairs[i + 1]));
            }
            return told();
        }

        /** An attribute of whatever reports the span. */
        public Told of(String key, String value) {
            resource.addAttributes(attribute(key, value));
            return told();
        }

        public Told withIdOf(Told other) {
            span.setSpanId(other.span.getSpanId());
            return told();
        }

        public Told failed(String type, String message) {
            span.setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR));
            span.addEvents(Span.Event.newBuilder()
                    .setName("exception")
                    .addAttributes(attribute("exception.type", type))
                    .addAttributes(attribute("exception.message", message)));
            return told();
        }

        private Told told() {
            spans.set(place, built());
            return this;
        }

        private ResourceSpans built() {
            return ResourceSpans.newBuilder()
                    .setResource(resource)
                    .addScopeSpans(ScopeSpans.newBuilder().addSpans(span))
                    .build();
        }

        private static KeyValue attribute(String key, String value) {
            return KeyValue.newBuilder()
                    .setKey(key)
                    .setValue(AnyValue.newBuilder().setStringValue(value))
                    .build();
        }

        private static ByteString bytes(String hex) {
            return ByteString.copyFrom(HexFormat.of().parseHex(hex));
        }

        private static long nanos(Instant time) {
            return time.getEpochSecond() * 1_000_000_000L + time.getNano();
        }
    }
}
