package io.ordertrace.telemetry;

import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where some work belongs, in a form that can be stored: W3C {@code traceparent} and {@code baggage}.
 *
 * @param traceparent null outside every trace, e.g. without an agent
 * @param baggage null if there is none
 */
public record TraceContext(
        @Nullable String traceparent, @Nullable String baggage) {

    private static final TextMapPropagator PROPAGATOR =
            TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(), W3CBaggagePropagator.getInstance());

    /** The context of this thread. */
    public static TraceContext current() {
        Map<String, String> headers = new HashMap<>();
        PROPAGATOR.inject(Context.current(), headers, (carrier, key, value) -> {
            if (carrier != null) {
                carrier.put(key, value);
            }
        });
        return new TraceContext(headers.get("traceparent"), headers.get("baggage"));
    }

    /** Work in it is a child of the span that was current when this was made, however long ago. */
    public Context restore() {
        return PROPAGATOR.extract(Context.root(), this, new Headers());
    }

    private static final class Headers implements TextMapGetter<TraceContext> {

        @Override
        public Iterable<String> keys(TraceContext carrier) {
            return List.of("traceparent", "baggage");
        }

        @Override
        public @Nullable String get(@Nullable TraceContext carrier, String key) {
            if (carrier == null) {
                return null;
            }
            return switch (key) {
                case "traceparent" -> carrier.traceparent();
                case "baggage" -> carrier.baggage();
                default -> null;
            };
        }
    }
}
