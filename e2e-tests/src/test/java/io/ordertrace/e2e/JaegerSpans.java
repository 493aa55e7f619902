package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Spans as Jaeger has stored them. */
final class JaegerSpans {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** One span; its attributes and those of its events as text. */
    record Span(
            String traceId,
            String service,
            String name,
            Duration duration,
            Map<String, String> attributes,
            List<Map<String, String>> events) {

        Span {
            attributes = Map.copyOf(attributes);
            events = List.copyOf(events);
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String credential;

    /**
     * @param address of Jaeger's query API with its base path
     * @param credential value of the header Authorization
     */
    JaegerSpans(String address, String credential) {
        this.address = address;
        this.credential = credential;
    }

    /** The service's spans that carry the order's id; waits until one is as expected, and returns that. */
    Span awaited(String service, String orderId, Predicate<Span> expected) {
        return Awaitility.await("span of " + service + " about " + orderId)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> about(service, orderId).stream().filter(expected).findFirst(), found -> found.isPresent())
                .orElseThrow();
    }

    /** The service's spans that carry the order's id, as far as Jaeger has them by now. */
    List<Span> about(String service, String orderId) {
        String tags = JSON.writeValueAsString(Map.of("jewelry.order.id", orderId));
        return search(service, "tags", tags).stream()
                .filter(span -> orderId.equals(span.attributes().get("jewelry.order.id")))
                .toList();
    }

    /** The service's spans of that name. */
    List<Span> named(String service, String name) {
        return search(service, "operation", name).stream()
                .filter(span -> span.name().equals(name))
                .toList();
    }

    /** All spans of a trace, whoever has sent them. */
    List<Span> inTrace(String traceId) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode trace : get("/api/traces/" + traceId).path("data")) {
            JsonNode processes = trace.path("processes");
            trace.path("spans")
                    .forEach(span -> spans.add(read(
                            span,
                            processes
                                    .path(span.path("processID").asString())
                                    .path("serviceName")
                                    .asString())));
        }
        return spans;
    }

    private List<Span> search(String service, String what, String value) {
        Instant now = Instant.now();
        JsonNode answer = get("/api/traces?limit=1000&service=" + encoded(service) + "&" + what + "=" + encoded(value)
                + "&start=" + micros(now.minus(Duration.ofDays(1))) + "&end=" + micros(now.plus(Duration.ofHours(1))));
        List<Span> spans = new ArrayList<>();
        for (JsonNode trace : answer.path("data")) {
            for (JsonNode span : trace.path("spans")) {
                String owner = trace.path("processes")
                        .path(span.path("processID").asString())
                        .path("serviceName")
                        .asString();
                if (owner.equals(service)) {
                    spans.add(read(span, owner));
                }
            }
        }
        return spans;
    }

    private static Span read(JsonNode span, String service) {
        return new Span(
                span.path("traceID").asString(),
                service,
                span.path("operationName").asString(),
                Duration.ofNanos(1_000 * span.path("duration").asLong()),
                attributes(span.path("tags")),
                span.path("logs")
                        .valueStream()
                        .map(log -> attributes(log.path("fields")))
                        .toList());
    }

    private static Map<String, String> attributes(JsonNode tags) {
        Map<String, String> attributes = new HashMap<>();
        tags.forEach(tag ->
                attributes.put(tag.path("key").asString(), tag.path("value").asString()));
        return attributes;
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", credential)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, e);
        }
    }

    private static long micros(Instant at) {
        return at.toEpochMilli() * 1_000;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
