package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes single spans to the Collector, as a service of another make would: OTLP over HTTP, in JSON. */
final class Spans {

    private static final JsonMapper JSON = new JsonMapper();

    private final String otlpHttp;
    private final String token;

    Spans(String otlpHttp, String token) {
        this.otlpHttp = otlpHttp;
        this.token = token;
    }

    /** Sends a committed status change with these attributes besides, and gives back its trace id. */
    String statusChange(String orderId, String status, Map<String, String> more) throws Exception {
        ObjectNode span = span("order.status_change");
        ArrayNode attributes = span.putArray("attributes");
        put(attributes, "jewelry.order.id", orderId);
        put(attributes, "jewelry.order.status", status);
        put(attributes, "jewelry.order.status.changed_at", Instant.now().toString());
        more.forEach((key, value) -> put(attributes, key, value));
        return send(span);
    }

    /** Sends a span that failed with an exception whose message is given, and gives back its trace id. */
    String failedAttempt(String orderId, String status, String message) throws Exception {
        ObjectNode span = span("order.status_change");
        ArrayNode attributes = span.putArray("attributes");
        put(attributes, "jewelry.order.id", orderId);
        put(attributes, "jewelry.order.status", status);
        put(attributes, "error.type", "java.lang.IllegalStateException");
        span.putObject("status").put("code", 2).put("message", message);
        ObjectNode event = span.putArray("events").addObject();
        event.put("name", "exception").put("timeUnixNano", nanos(Instant.now()));
        ArrayNode details = event.putArray("attributes");
        put(details, "exception.type", "java.lang.IllegalStateException");
        put(details, "exception.message", message);
        put(details, "exception.stacktrace", "java.lang.IllegalStateException: " + message + "\n\tat shop.Order.go(1)");
        return send(span);
    }

    private static ObjectNode span(String name) {
        Instant now = Instant.now();
        return JSON.createObjectNode()
                .put("traceId", randomHex(16))
                .put("spanId", randomHex(8))
                .put("name", name)
                .put("kind", 1)
                .put("startTimeUnixNano", nanos(now.minusMillis(20)))
                .put("endTimeUnixNano", nanos(now));
    }

    private String send(ObjectNode span) throws Exception {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode resource = body.putArray("resourceSpans").addObject();
        put(resource.putObject("resource").putArray("attributes"), "service.name", "shop-api");
        resource.putArray("scopeSpans").addObject().putArray("spans").add(span);
        HttpRequest request = HttpRequest.newBuilder(URI.create(otlpHttp + "/v1/traces"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        return span.get("traceId").asString();
    }

    private static void put(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }

    private static String nanos(Instant instant) {
        return instant.getEpochSecond() + "%09d".formatted(instant.getNano());
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RandomGenerator.getDefault().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
