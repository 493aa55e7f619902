package io.ordertrace.portal.jaegerui;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A peer in Jaeger's place that notes what it was asked and misbehaves on demand. */
final class StubJaeger implements AutoCloseable {

    /** What arrived last. */
    record Asked(String method, URI uri, Headers headers, String body) {}

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Asked last;

    StubJaeger() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return origin() + "/jaeger";
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Asked last() {
        Asked asked = last;
        if (asked == null) {
            throw new AssertionError("nothing has arrived at Jaeger");
        }
        return asked;
    }

    void forget() {
        last = null;
    }

    boolean wasAsked() {
        return last != null;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        last = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Headers headers = exchange.getResponseHeaders();
        switch (exchange.getRequestURI().getPath()) {
            case "/jaeger/hangs" -> hang();
            case "/jaeger/stops-midway" -> stopAfter(exchange, 200_000);
            case "/jaeger/stops-early" -> stopAfter(exchange, 10);
            case "/jaeger/refuses" -> {
                headers.set("WWW-Authenticate", "Basic realm=\"jaeger\"");
                send(exchange, 401, "who are you?");
            }
            case "/jaeger/moved" -> {
                headers.set("Location", origin() + "/jaeger/search");
                send(exchange, 302, "");
            }
            case "/jaeger/missing" -> send(exchange, 404, "{\"errors\": []}");
            default -> {
                headers.add("Set-Cookie", "jaeger=1; Path=/");
                headers.add("Set-Cookie", "ORDERTRACE_SESSION=stolen; Path=/");
                headers.set("Content-Security-Policy", "default-src *");
                headers.set("Access-Control-Allow-Origin", "*");
                headers.set("Server", "jaeger");
                headers.set("Keep-Alive", "timeout=5");
                headers.set("Clear-Site-Data", "\"cookies\"");
                headers.set("ETag", "\"v1\"");
                headers.set("Content-Type", "text/html; charset=utf-8");
                send(exchange, 200, "<base href=\"/jaeger/\"><script>ui()</script>");
            }
        }
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stopAfter(HttpExchange exchange, int bytes) throws IOException {
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write(new byte[bytes]);
        exchange.getResponseBody().flush();
        throw new IOException("broken on purpose");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
