package io.ordertrace.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A visitor of a page who writes spans by hand and sends them where the page sends its own. */
final class Forger implements AutoCloseable {

    static final int INTERNAL = 1;
    static final int SERVER = 2;
    static final int PRODUCER = 4;
    static final int CONSUMER = 5;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String api;

    /** @param api address of the API that serves the page */
    Forger(String api) {
        this.api = api;
    }

    /** A span of a trace of its own. */
    static ObjectNode span(String name, int kind, Map<String, String> attributes) {
        return span(randomHex(16), "", name, kind, attributes);
    }

    /** A span that claims to lie beneath another. */
    static ObjectNode span(String traceId, String parent, String name, int kind, Map<String, String> attributes) {
        Instant now = Instant.now();
        ObjectNode span = JSON.createObjectNode()
                .put("traceId", traceId)
                .put("spanId", randomHex(8))
                .put("parentSpanId", parent)
                .put("name", name)
                .put("kind", kind)
                .put("startTimeUnixNano", nanos(now.minusMillis(20)))
                .put("endTimeUnixNano", nanos(now));
        put(span.putArray("attributes"), attributes);
        return span;
    }

    static ObjectNode failed(ObjectNode span) {
        span.putObject("status").put("code", 2).put("message", "forged");
        ObjectNode event = span.putArray("events").addObject().put("name", "exception");
        event.set("timeUnixNano", span.get("endTimeUnixNano"));
        put(event.putArray("attributes"), Map.of("exception.type", "Forged", "exception.message", "forged"));
        return span;
    }

    /** Sends the spans in one batch under the name of that service. */
    HttpResponse<String> send(String service, List<ObjectNode> spans) throws IOException, InterruptedException {
        return send(batch(service, spans));
    }

    private static String batch(String service, List<ObjectNode> spans) {
        ObjectNode batch = JSON.createObjectNode();
        ObjectNode resource = batch.putArray("resourceSpans").addObject();
        put(resource.putObject("resource").putArray("attributes"), Map.of("service.name", service));
        spans.forEach(resource.putArray("scopeSpans").addObject().putArray("spans")::add);
        return batch.toString();
    }

    /** A batch of so many small spans, one of them about the order; made beforehand, so that sending it costs little. */
    static String flood(int spans, String orderId) {
        return batch(
                "crm-api",
                IntStream.range(0, spans)
                        .mapToObj(i -> span("f", INTERNAL, i == 0 ? Map.of("jewelry.order.id", orderId) : Map.of()))
                        .toList());
    }

    /** Calls the API with a trace and a baggage of the visitor's own making. */
    HttpResponse<String> call(String method, String path, String body, String traceparent, String baggage)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(api + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("X-User-Id", "u-forger")
                        .header("Content-Type", "application/json")
                        .header("traceparent", traceparent)
                        .header("baggage", baggage)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a batch as it is. */
    HttpResponse<String> send(String batch) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(api + "/telemetry/v1/traces"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("Origin", api)
                        .POST(BodyPublishers.ofString(batch))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void put(ArrayNode attributes, Map<String, String> values) {
        values.forEach((key, value) ->
                attributes.addObject().put("key", key).putObject("value").put("stringValue", value));
    }

    private static String nanos(Instant instant) {
        return instant.getEpochSecond() + "%09d".formatted(instant.getNano());
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RandomGenerator.getDefault().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    @Override
    public void close() {
        http.close();
    }
}
