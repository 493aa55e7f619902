package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Orders that take another way than the demo's, through the services' own HTTP APIs. */
final class OrderingClient implements AutoCloseable {

    /** A tetrahedron. */
    private static final String MODEL = """
            solid bead
            facet normal 0 0 -1
            outer loop
            vertex 0 0 0
            vertex 0 9 0
            vertex 9 0 0
            endloop
            endfacet
            facet normal 0 -1 0
            outer loop
            vertex 0 0 0
            vertex 9 0 0
            vertex 0 0 9
            endloop
            endfacet
            facet normal -1 0 0
            outer loop
            vertex 0 0 0
            vertex 0 0 9
            vertex 0 9 0
            endloop
            endfacet
            facet normal 1 1 1
            outer loop
            vertex 9 0 0
            vertex 0 9 0
            vertex 0 0 9
            endloop
            endfacet
            endsolid bead
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String shop;
    private final String crm;
    private final String mes;

    OrderingClient(String shop, String crm, String mes) {
        this.shop = shop;
        this.crm = crm;
        this.mes = mes;
    }

    /** Called off by its customer. */
    String cancelled() throws Exception {
        String order = created();
        assertThat(post(shop, order, "cancel", "X-User-Id", "user-42")).isEqualTo(200);
        return order;
    }

    /** Taken by an operator although nobody has approved it, which is refused. */
    String refusedTransition() throws Exception {
        String order = priced();
        assertThat(post(mes, order, "take", "X-Operator-Id", "op-5")).isEqualTo(409);
        return order;
    }

    /** Made, and made once more. */
    String reworked() throws Exception {
        String order = priced();
        assertThat(post(crm, order, "approve", "X-Seller-Id", "seller-4")).isEqualTo(200);
        awaitStatus(mes, order, "MANUFACTURING_APPROVED");
        for (String step : List.of("take", "complete", "rework", "complete")) {
            assertThat(post(mes, order, step, "X-Operator-Id", "op-5")).as(step).isEqualTo(200);
        }
        return order;
    }

    private String priced() throws Exception {
        String order = created();
        HttpRequest.Builder upload = request(shop, "/api/orders/" + order + "/model?filename=bead.stl")
                .header("X-User-Id", "user-42")
                .header("Content-Type", "application/octet-stream")
                .PUT(BodyPublishers.ofString(MODEL, StandardCharsets.US_ASCII));
        assertThat(send(upload).statusCode()).isEqualTo(200);
        awaitStatus(crm, order, "PRICE_CALCULATED");
        awaitStatus(mes, order, "PRICE_CALCULATED");
        return order;
    }

    private String created() throws Exception {
        HttpResponse<String> answer = send(request(shop, "/api/orders")
                .header("X-User-Id", "user-42")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"item\":\"bead\",\"quantity\":1}")));
        assertThat(answer.statusCode()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).path("orderId").asString();
    }

    private void awaitStatus(String service, String order, String status) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> send(request(service, "/api/orders/" + order).GET())
                        .body()
                        .contains("\"" + status + "\""));
    }

    private int post(String service, String order, String action, String header, String actor) throws Exception {
        return send(request(service, "/api/orders/" + order + "/" + action)
                        .header(header, actor)
                        .POST(BodyPublishers.noBody()))
                .statusCode();
    }

    private static HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(service + path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }
}
