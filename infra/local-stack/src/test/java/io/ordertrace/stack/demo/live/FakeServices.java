package io.ordertrace.stack.demo.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Answers for all three services, well or not. */
final class FakeServices implements AutoCloseable {

    private final HttpServer server;
    private final BooleanSupplier healthy;
    private final AtomicInteger made = new AtomicInteger();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    FakeServices(BooleanSupplier healthy) throws IOException {
        this.healthy = healthy;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    Map<String, String> addresses() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("shop-api", address, "crm-api", address, "mes-api", address);
    }

    /** Paths asked for with success, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            boolean well = healthy.getAsBoolean();
            if (well) {
                calls.add(path);
            }
            String id = path.endsWith("orders") ? "ORD-" + made.incrementAndGet() : "ORD-0";
            byte[] body = ("{\"orderId\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(well ? 200 : 500, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
