package io.ordertrace.portal.source.jaeger;

import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.trace.v1.TracesData;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.FoundEvents;
import io.ordertrace.portal.source.OrderEventSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What the three services told Jaeger of one order, captured from the running stack as OTLP JSON; attributes that nobody
 * reads are left out.
 */
public final class CapturedTraces implements OrderEventSource {

    // OTLP writes ids in hexadecimal digits, unlike the rest of JSON made from protobuf.
    private static final Pattern ID = Pattern.compile("(\"(?:traceId|spanId|parentSpanId)\": \")([0-9a-f]+)\"");

    private final TracesData spans;

    private CapturedTraces(TracesData spans) {
        this.spans = spans;
    }

    public static CapturedTraces of(String name) {
        try {
            String json = new ClassPathResource("traces/" + name + ".json").getContentAsString(StandardCharsets.UTF_8);
            String plain = ID.matcher(json).replaceAll(id -> id.group(1) + base64(id.group(2)) + '"');
            TracesData.Builder spans = TracesData.newBuilder();
            JsonFormat.parser().ignoringUnknownFields().merge(plain, spans);
            return new CapturedTraces(spans.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The order that the captured traces are about. */
    public OrderId order() {
        return spans.getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .flatMap(span -> span.getAttributesList().stream())
                .filter(attribute -> attribute.getKey().equals("jewelry.order.id"))
                .map(attribute -> new OrderId(attribute.getValue().getStringValue()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Origin origin() {
        return Origin.JAEGER;
    }

    @Override
    public FoundEvents find(OrderId order, Duration within) {
        try (FakeJaeger jaeger = new FakeJaeger()) {
            services().forEach(service -> jaeger.answers(service, List.of(spans)));
            return jaeger.source(1000).find(order, within);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> services() {
        return spans.getResourceSpansList().stream()
                .map(resource ->
                        resource.getResource().getAttributes(0).getValue().getStringValue())
                .collect(Collectors.toSet());
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
