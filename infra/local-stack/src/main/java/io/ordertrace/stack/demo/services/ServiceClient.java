package io.ordertrace.stack.demo.services;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP APIs of the three services, as the browser pages and the B2B client call them. */
public final class ServiceClient implements AutoCloseable {

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
    private static final Duration STATUS_LIMIT = Duration.ofSeconds(60);
    private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();
    private static final String SHOP = "shop-api";
    private static final String CUSTOMER = "X-User-Id";
    private static final String BYTES = "application/octet-stream";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> services;

    /** @param services base addresses of {@code shop-api}, {@code crm-api} and {@code mes-api} */
    public ServiceClient(Map<String, String> services) {
        this.services = Map.copyOf(services);
    }

    public String createOrder(String user, String item) {
        String body = json.writeValueAsString(Map.of("item", item, "quantity", 1));
        return call(request(SHOP, "/api/orders")
                        .header(CUSTOMER, user)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .path("orderId")
                .asString();
    }

    public void uploadModel(String order, String user, String filename, byte[] stl) {
        call(request(SHOP, "/api/orders/" + order + "/model?filename=" + encoded(filename))
                .header(CUSTOMER, user)
                .header("Content-Type", BYTES)
                .PUT(BodyPublishers.ofByteArray(stl)));
    }

    public String createB2bOrder(String apiKey, String filename, byte[] stl) {
        return call(request("mes-api", "/api/b2b/orders?filename=" + encoded(filename))
                        .header("X-Api-Key", apiKey)
                        .header("Content-Type", BYTES)
                        .POST(BodyPublishers.ofByteArray(stl)))
                .path("orderId")
                .asString();
    }

    /** Cancelled by the customer, as long as the shop allows it. */
    public void cancel(String order, String user) {
        act(SHOP, order, "cancel", CUSTOMER, user);
    }

    /** @param action approve, reject, cancel or close */
    public void asSeller(String seller, String order, String action) {
        act("crm-api", order, action, "X-Seller-Id", seller);
    }

    /** @param action take, complete, rework, pack or ship */
    public void asOperator(String operator, String order, String action) {
        act("mes-api", order, action, "X-Operator-Id", operator);
    }

    /** Returns once CRM or MES knows the order in that status; throws {@link IllegalStateException} after a minute. */
    public void awaitStatus(String service, String order, String status) {
        await(service, status, request(service, "/api/orders/" + order));
    }

    /** The same of the shop, which shows an order to its customer only. */
    public void awaitStatusInShop(String user, String order, String status) {
        await(SHOP, status, request(SHOP, "/api/orders/" + order).header(CUSTOMER, user));
    }

    private void await(String service, String status, HttpRequest.Builder look) {
        long end = System.nanoTime() + STATUS_LIMIT.toNanos();
        String seen = "unknown";
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            HttpResponse<String> answer = send(look.GET());
            seen = answer.statusCode() == 200
                    ? json.readTree(answer.body()).path("status").asString()
                    : "HTTP " + answer.statusCode();
            if (seen.equals(status)) {
                return;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new IllegalStateException(
                look.build().uri() + " should have become " + status + " in " + service + " but is " + seen);
    }

    @Override
    public void close() {
        http.close();
    }

    private void act(String service, String order, String action, String header, String actor) {
        BodyPublisher nothing = BodyPublishers.noBody();
        call(request(service, "/api/orders/" + order + "/" + action)
                .header(header, actor)
                .POST(nothing));
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(services.get(service) + path)).timeout(REQUEST_LIMIT);
    }

    private JsonNode call(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.request().method() + " " + answer.uri() + " answered "
                    + answer.statusCode() + ": " + answer.body());
        }
        return json.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        HttpRequest ready = request.build();
        try {
            return http.send(ready, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(ready.method() + " " + ready.uri() + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
