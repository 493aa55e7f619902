package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.stack.demo.plan.DemoModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services' APIs as many people call them at once; safe for concurrent use. */
final class OrderCalls implements AutoCloseable {

    private static final String CUSTOMER = "user-200";
    private static final byte[] RING = DemoModel.ring(9, 1.2, 6).binary();
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningStack stack;

    OrderCalls(RunningStack stack) {
        this.stack = stack;
    }

    /** A step of an order. */
    @FunctionalInterface
    interface Change {

        /** Whether the service has answered that the step is made; false also if it does not answer. */
        boolean succeeds(String order);
    }

    String create() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request("shop-api", "/api/orders")
                        .header("X-User-Id", CUSTOMER)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"item\":\"ring\",\"quantity\":1}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("orderId").asString();
    }

    boolean submit(String order) {
        return succeeds(request("shop-api", "/api/orders/" + order + "/model?filename=ring.stl")
                .header("X-User-Id", CUSTOMER)
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofByteArray(RING)));
    }

    boolean approve(String order) {
        return succeeds(request("crm-api", "/api/orders/" + order + "/approve")
                .header("X-Seller-Id", "seller-20")
                .POST(BodyPublishers.noBody()));
    }

    boolean take(String order) {
        return succeeds(request("mes-api", "/api/orders/" + order + "/take")
                .header("X-Operator-Id", "op-20")
                .POST(BodyPublishers.noBody()));
    }

    /** From now on the service commits messages and does not send them, until it is started afresh. */
    void holdMessages(String service) {
        assertThat(succeeds(request(service, "/troubles/hold-messages")
                        .header("X-Troubles-Token", stack.troublesToken())
                        .PUT(BodyPublishers.noBody())))
                .isTrue();
    }

    /** Empty if the service does not know the order. */
    String status(String service, String order) {
        return look(service, order).path("status").asString("");
    }

    String changedAt(String service, String order) {
        return look(service, order).path("changedAt").asString("");
    }

    private JsonNode look(String service, String order) {
        try {
            HttpRequest request = request(service, "/api/orders/" + order)
                    .header("X-User-Id", CUSTOMER)
                    .build();
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new AssertionError(service + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private boolean succeeds(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException unanswered) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(stack.service(service) + path)).timeout(Duration.ofSeconds(30));
    }

    @Override
    public void close() {
        http.close();
    }
}
