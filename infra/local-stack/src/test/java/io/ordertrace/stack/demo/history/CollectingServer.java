package io.ordertrace.stack.demo.history;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Takes OTLP as a Collector does, and answers first what it is told to. */
final class CollectingServer implements AutoCloseable {

    static final String TOKEN = "a-token-for-tests";

    /** A span with what its resource says. */
    record Told(Map<String, Object> resource, Span span, Map<String, Object> attributes) {

        String service() {
            return String.valueOf(resource.get("service.name"));
        }

        String order() {
            return String.valueOf(attributes.get("jewelry.order.id"));
        }
    }

    private final HttpServer server;
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final List<Told> told = Collections.synchronizedList(new ArrayList<>());

    CollectingServer(Integer... answersBefore) throws IOException {
        answers.addAll(List.of(answersBefore));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = new GZIPInputStream(exchange.getRequestBody()).readAllBytes();
            Integer answer = answers.poll();
            boolean known =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            int status = !known ? 401 : answer == null ? 200 : answer;
            if (status == 200) {
                ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::keep);
            }
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void keep(ResourceSpans spans) {
        Map<String, Object> resource = values(spans.getResource().getAttributesList());
        spans.getScopeSpansList()
                .forEach(scope -> scope.getSpansList()
                        .forEach(span -> told.add(new Told(resource, span, values(span.getAttributesList())))));
    }

    static Map<String, Object> values(List<KeyValue> attributes) {
        Map<String, Object> values = new TreeMap<>();
        for (KeyValue attribute : attributes) {
            AnyValue value = attribute.getValue();
            values.put(
                    attribute.getKey(),
                    switch (value.getValueCase()) {
                        case STRING_VALUE -> value.getStringValue();
                        case INT_VALUE -> value.getIntValue();
                        case BOOL_VALUE -> value.getBoolValue();
                        default -> throw new AssertionError(attribute);
                    });
        }
        return values;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
