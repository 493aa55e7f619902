package io.ordertrace.stack.trouble;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.ordertrace.stack.ComponentFailed;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The switchboard over HTTP, on loopback: a page, {@code GET /troubles}, {@code PUT} and {@code DELETE
 * /troubles/{name}}, {@code DELETE /troubles}, {@code POST /messages/again}. Whoever changes something must send the
 * token in a header, which no page of another origin can; and the address must be a loopback one, so that no name that
 * somebody points to this machine will do.
 */
public final class SwitchboardServer implements AutoCloseable {

    /** The header that carries the token. */
    public static final String TOKEN_HEADER = "X-Troubles-Token";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, PageFile> FILES = Map.of(
            "/", new PageFile("switchboard.html", "text/html"),
            "/switchboard.js", new PageFile("switchboard.js", "text/javascript"),
            "/switchboard.css", new PageFile("switchboard.css", "text/css"));

    private final Switchboard switchboard;
    private final Guard guard;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private SwitchboardServer(Switchboard switchboard, int port, String token) throws IOException {
        this.switchboard = switchboard;
        guard = new Guard(port, token);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Answers from now on; {@link ComponentFailed} if the port is taken. */
    public static SwitchboardServer start(Switchboard switchboard, int port, String token) {
        try {
            return new SwitchboardServer(switchboard, port, token);
        } catch (IOException e) {
            throw new ComponentFailed("switchboard", "cannot listen on port " + port + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answerOrRefuse(exchange);
        }
    }

    private void answerOrRefuse(HttpExchange exchange) throws IOException {
        try {
            guard.check(exchange);
            String path = exchange.getRequestURI().getPath();
            PageFile file = FILES.get(path);
            if (file != null && exchange.getRequestMethod().equals("GET")) {
                send(exchange, 200, file.type(), file.content());
            } else {
                json(exchange, 200, answer(exchange, path));
            }
        } catch (Refusal e) {
            problem(exchange, e.status(), String.valueOf(e.getMessage()));
        } catch (UnsupportedOperationException e) {
            problem(exchange, 501, String.valueOf(e.getMessage()));
        } catch (ComponentFailed e) {
            problem(exchange, 503, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, ?> answer(HttpExchange exchange, String path) {
        String request = exchange.getRequestMethod() + " " + path.replaceFirst("^/troubles/.+", "/troubles/*");
        switch (request) {
            case "GET /troubles" -> {}
            case "DELETE /troubles" -> switchboard.allOff();
            case "PUT /troubles/*" -> switchboard.on(named(path));
            case "DELETE /troubles/*" -> switchboard.off(named(path));
            case "POST /messages/again" -> {
                return Map.of("sent", switchboard.sendAgain());
            }
            default -> throw new Refusal(404, "there is no " + exchange.getRequestMethod() + " " + path);
        }
        return list(new Descriptions(exchange.getRequestHeaders().getFirst("Accept-Language")));
    }

    private static Trouble named(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Trouble.titled(name).orElseThrow(() -> new Refusal(404, "there is no trouble named " + name));
    }

    private Map<String, ?> list(Descriptions descriptions) {
        var active = switchboard.active();
        return Map.of(
                "troubles",
                Arrays.stream(Trouble.values())
                        .map(trouble -> Map.of(
                                "name", trouble.title(),
                                "system", trouble.system(),
                                "kind", trouble.kind(),
                                "on", active.contains(trouble),
                                "description", descriptions.of(trouble)))
                        .toList());
    }

    private record PageFile(String name, String type) {

        byte[] content() throws IOException {
            try (InputStream in = Objects.requireNonNull(SwitchboardServer.class.getResourceAsStream(name), name)) {
                return in.readAllBytes();
            }
        }
    }

    private static void problem(HttpExchange exchange, int status, String detail) throws IOException {
        json(exchange, status, Map.of("status", status, "detail", detail));
    }

    private static void json(HttpExchange exchange, int status, Map<String, ?> content) throws IOException {
        String type = status < 400 ? "application/json" : "application/problem+json";
        send(exchange, status, type, JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] content) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }
}
