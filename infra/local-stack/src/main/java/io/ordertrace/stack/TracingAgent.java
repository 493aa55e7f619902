package io.ordertrace.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The OpenTelemetry Java agent as the services run with it. */
public final class TracingAgent {

    private TracingAgent() {}

    /** What the JVM needs to load it. */
    public static List<String> options() {
        String version = Versions.of("opentelemetry-javaagent");
        return List.of("-javaagent:"
                + Cache.download("opentelemetry-javaagent", "opentelemetry-javaagent-" + version + ".jar"));
    }

    /**
     * Its environment variables.
     *
     * @param service  the name under which it reports
     * @param endpoint the Collector's OTLP/gRPC receiver
     * @param token    which that receiver asks for
     * @param peers    names of what the service depends on, by host and port
     */
    public static Map<String, String> settings(
            String service, String endpoint, String token, Map<String, String> peers) {
        Map<String, String> settings = new HashMap<>();
        settings.put("OTEL_SERVICE_NAME", service);
        settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
        settings.put("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
        settings.put("OTEL_EXPORTER_OTLP_HEADERS", "Authorization=Bearer%20" + token);
        settings.put("OTEL_METRICS_EXPORTER", "none");
        settings.put("OTEL_LOGS_EXPORTER", "none");
        settings.put(
                "OTEL_JAVA_EXPERIMENTAL_SPAN_ATTRIBUTES_COPY_FROM_BAGGAGE_INCLUDE",
                "jewelry.order.id,messaging.message.id");
        settings.put("OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING", mapping(peers));
        // Not parent-based: a caller's headers must not be able to hide an order.
        settings.put("OTEL_TRACES_SAMPLER", "always_on");
        settings.put("OTEL_BSP_SCHEDULE_DELAY", "500");
        // Handing the spans of browsers on is not worth a trace, and refusing a flood must not cost an order's spans.
        settings.put("OTEL_INSTRUMENTATION_JAVA_HTTP_CLIENT_ENABLED", "false");
        settings.put("OTEL_BSP_MAX_QUEUE_SIZE", "16384");
        return settings;
    }

    private static String mapping(Map<String, String> peers) {
        return peers.entrySet().stream()
                .map(peer -> peer.getKey() + "=" + peer.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }
}
