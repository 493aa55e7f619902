package io.ordertrace.e2e.recording;

import io.ordertrace.stack.demo.recording.RecordedSpan;
import io.ordertrace.stack.demo.recording.Recording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Makes a recording of OTLP JSON: times become relative, parents become places, values become gaps. */
final class SpanReader {

    private static final String JAEGERS_OWN = "@jaeger@";

    private record Found(String service, JsonNode scope, JsonNode span, int trace) {

        String id() {
            return span.path("spanId").asString();
        }

        long start() {
            return span.path("startTimeUnixNano").asLong();
        }

        int depth(Map<String, Found> all) {
            Found parent = all.get(span.path("parentSpanId").asString(""));
            return parent == null ? 0 : 1 + parent.depth(all);
        }
    }

    private final GapMaker gaps;
    private final Map<String, Found> found = new HashMap<>();
    private int traces;

    SpanReader(GapMaker gaps) {
        this.gaps = gaps;
    }

    void addTrace(List<JsonNode> resourceSpans) {
        for (JsonNode resource : resourceSpans) {
            String service = String.valueOf(
                    values(resource.path("resource").path("attributes")).get("service.name"));
            for (JsonNode scope : resource.path("scopeSpans")) {
                for (JsonNode span : scope.path("spans")) {
                    Found each = new Found(service, scope.path("scope"), span, traces);
                    found.put(each.id(), each);
                }
            }
        }
        traces++;
    }

    int size() {
        return found.size();
    }

    Recording recording() {
        List<Found> sorted = new ArrayList<>(found.values());
        long begin = sorted.stream().mapToLong(Found::start).min().orElseThrow();
        gaps.beginAt(begin);
        // A consumer of another service may seem to begin before its parent, by a clock's microseconds.
        sorted.sort(Comparator.<Found>comparingInt(Found::trace)
                .thenComparingInt(span -> span.depth(found))
                .thenComparingLong(Found::start)
                .thenComparing(Found::id));
        List<String> places = sorted.stream().map(Found::id).toList();
        return new Recording(
                sorted.stream().map(span -> recorded(span, places, begin)).toList());
    }

    private RecordedSpan recorded(Found each, List<String> places, long begin) {
        JsonNode span = each.span();
        long end = span.path("endTimeUnixNano").asLong();
        List<RecordedSpan.Event> events = new ArrayList<>();
        for (JsonNode event : span.path("events")) {
            events.add(new RecordedSpan.Event(
                    (event.path("timeUnixNano").asLong() - begin) / 1_000,
                    event.path("name").asString(),
                    gapped(event.path("attributes"))));
        }
        return new RecordedSpan(
                each.trace(),
                places.indexOf(span.path("parentSpanId").asString("")),
                each.service(),
                each.scope().path("name").asString(""),
                each.scope().path("version").asString(""),
                gaps.text(span.path("name").asString()),
                span.path("kind").asInt(),
                (each.start() - begin) / 1_000,
                (end - each.start()) / 1_000,
                span.path("status").path("code").asInt(0),
                gaps.text(span.path("status").path("message").asString("")),
                gapped(span.path("attributes")),
                events);
    }

    private TreeMap<String, Object> gapped(JsonNode attributes) {
        TreeMap<String, Object> all = new TreeMap<>();
        values(attributes).forEach((key, value) -> all.put(key, gaps.value(key, value)));
        return all;
    }

    private static Map<String, Object> values(JsonNode attributes) {
        Map<String, Object> all = new TreeMap<>();
        for (JsonNode attribute : attributes) {
            JsonNode value = attribute.path("value");
            String key = attribute.path("key").asString();
            if (key.startsWith(JAEGERS_OWN)) {
                continue;
            }
            if (value.has("stringValue")) {
                all.put(key, value.path("stringValue").asString());
            } else if (value.has("intValue")) {
                all.put(key, value.path("intValue").asLong());
            } else if (value.has("boolValue")) {
                all.put(key, value.path("boolValue").asBoolean());
            } else if (value.has("doubleValue")) {
                all.put(key, value.path("doubleValue").asDouble());
            } else {
                throw new IllegalArgumentException(key + " has a value of an unexpected type: " + value);
            }
        }
        return all;
    }
}
