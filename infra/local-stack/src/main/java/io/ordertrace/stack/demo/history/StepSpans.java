package io.ordertrace.stack.demo.history;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.ordertrace.stack.demo.plan.PlannedStep;
import io.ordertrace.stack.demo.recording.RecordedSpan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The spans of one step of one order: a recording with its gaps filled, at the step's time, at its own speed. */
final class StepSpans {

    private static final long NANOS_PER_MICRO = 1_000;

    private final Timing timing;
    private final String id;
    private final Filling filling;

    StepSpans(Timing timing, OrderFacts order) {
        this.timing = timing;
        PlannedStep step = timing.step();
        id = order.id() + "/" + step.step() + "/" + step.at();
        filling = new Filling(order.id(), step.actor(), order.model(), id, timing::at);
    }

    int size() {
        return timing.recording().spans().size();
    }

    List<ResourceSpans> toOtlp() {
        Map<String, Map<InstrumentationScope, ScopeSpans.Builder>> services = new LinkedHashMap<>();
        for (int place = 0; place < timing.recording().spans().size(); place++) {
            RecordedSpan recorded = timing.recording().spans().get(place);
            InstrumentationScope scope = InstrumentationScope.newBuilder()
                    .setName(recorded.scope())
                    .setVersion(recorded.scopeVersion())
                    .build();
            services.computeIfAbsent(recorded.service(), service -> new LinkedHashMap<>())
                    .computeIfAbsent(scope, each -> ScopeSpans.newBuilder().setScope(each))
                    .addSpans(span(recorded, place));
        }
        List<ResourceSpans> all = new ArrayList<>();
        services.forEach((service, scopes) -> {
            ResourceSpans.Builder spans = ResourceSpans.newBuilder().setResource(Origin.resource(service));
            scopes.values().forEach(spans::addScopeSpans);
            all.add(spans.build());
        });
        return all;
    }

    private Span span(RecordedSpan recorded, int place) {
        Span.Builder span = Span.newBuilder()
                .setTraceId(Ids.trace(id + "/" + recorded.trace()))
                .setSpanId(spanId(place))
                .setName(filling.text(recorded.name()))
                .setKindValue(recorded.kind())
                .setStartTimeUnixNano(nanos(recorded.start()))
                .setEndTimeUnixNano(nanos(recorded.end()))
                .setStatus(Status.newBuilder()
                        .setCodeValue(recorded.status())
                        .setMessage(filling.text(recorded.statusMessage())))
                .addAttributes(Origin.mark());
        if (recorded.parent() >= 0) {
            span.setParentSpanId(spanId(recorded.parent()));
        }
        recorded.attributes().forEach((key, value) -> span.addAttributes(Origin.attribute(key, filling.value(value))));
        recorded.events().forEach(event -> span.addEvents(event(event)));
        return span.build();
    }

    private Span.Event event(RecordedSpan.Event recorded) {
        Span.Event.Builder event =
                Span.Event.newBuilder().setName(recorded.name()).setTimeUnixNano(nanos(recorded.at()));
        recorded.attributes().forEach((key, value) -> event.addAttributes(Origin.attribute(key, filling.value(value))));
        return event.build();
    }

    private ByteString spanId(int place) {
        return Ids.span(id + "/" + place);
    }

    private long nanos(long micros) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, timing.at(micros)) * NANOS_PER_MICRO;
    }
}
