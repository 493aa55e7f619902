package io.ordertrace.e2e.recording;

import io.ordertrace.stack.demo.recording.Recording;
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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an order's traces from Jaeger as they are stored, over HTTP. */
public final class JaegerTraces {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    /** Of no model: the order's own hash is not known here. */
    private static final String NO_HASH = "-".repeat(64);

    private static final int MOST_TRACES = 1_500;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration SLICE = Duration.ofHours(12);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String authorization;

    /** @param base address of Jaeger's query API, with its base path */
    public JaegerTraces(String base, String user, String password) {
        this.base = base;
        String pair = user + ":" + password;
        authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Ids of all traces in which a span carries the order's id. */
    Set<String> idsOf(String order) {
        String tags = "&tags=" + encoded(json.writeValueAsString(Map.of("jewelry.order.id", order)));
        Instant now = Instant.now();
        return ids(now.minus(KEPT), now, tags);
    }

    /** The order's spans in all its traces, its own values made gaps. */
    public Recording of(String order) {
        SpanReader reader = new SpanReader(new GapMaker(order, NO_HASH));
        idsOf(order).forEach(trace -> reader.addTrace(resourceSpans(trace)));
        return reader.recording();
    }

    /** Each trace of that time as OTLP's {@code resourceSpans}, one after the other. */
    public void forEach(Duration back, Consumer<List<JsonNode>> use) {
        Set<String> ids = new TreeSet<>();
        Instant now = Instant.now();
        for (Instant end = now; end.isAfter(now.minus(back)); end = end.minus(SLICE)) {
            ids.addAll(ids(end.minus(SLICE), end, ""));
        }
        ids.forEach(trace -> use.accept(resourceSpans(trace)));
    }

    /** The OTLP {@code resourceSpans} of a trace. */
    List<JsonNode> resourceSpans(String trace) {
        List<JsonNode> spans = new ArrayList<>();
        get("/api/v3/traces/" + trace).findValues("resourceSpans").forEach(list -> list.forEach(spans::add));
        return spans;
    }

    private Set<String> ids(Instant from, Instant until, String filter) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode service : get("/api/services").path("data")) {
            JsonNode found = get("/api/traces?service=" + encoded(service.asString()) + filter + "&start="
                            + micros(from) + "&end=" + micros(until) + "&limit=" + MOST_TRACES)
                    .path("data");
            if (found.size() >= MOST_TRACES) {
                return halves(from, until, filter);
            }
            found.forEach(trace -> ids.add(trace.path("traceID").asString()));
        }
        return ids;
    }

    /** A full page may be a cut one: shorter times hold fewer traces. */
    private Set<String> halves(Instant from, Instant until, String filter) {
        Duration half = Duration.between(from, until).dividedBy(2);
        if (half.compareTo(SHORTEST) < 0) {
            throw new IllegalStateException("too many traces from " + from + " to " + until);
        }
        Set<String> ids = ids(from, from.plus(half), filter);
        ids.addAll(ids(from.plus(half), until, filter));
        return ids;
    }

    private JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header("Authorization", authorization)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(path + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long micros(Instant time) {
        return time.toEpochMilli() * 1_000;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
