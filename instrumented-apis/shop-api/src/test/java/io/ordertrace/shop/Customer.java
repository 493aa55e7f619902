package io.ordertrace.shop;

import io.ordertrace.shop.order.OrderReply;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Does over HTTP what the Internet Shop's pages do. */
@Lazy
@TestComponent
class Customer {

    static final String ID = "u-1001";

    final RestTestClient http;

    Customer(Environment environment) {
        String port = environment.getRequiredProperty("local.server.port");
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    String orders() {
        var reply = order(ID, Map.of("item", "ring", "quantity", 1))
                .expectStatus()
                .isCreated()
                .returnResult(OrderReply.class);
        return Objects.requireNonNull(reply.getResponseBody()).orderId();
    }

    RestTestClient.ResponseSpec order(String user, Object body) {
        return http.post()
                .uri("/api/orders")
                .header("X-User-Id", user)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    RestTestClient.ResponseSpec looksAt(String orderId) {
        return looksAt(ID, orderId);
    }

    RestTestClient.ResponseSpec looksAt(String user, String orderId) {
        return http.get()
                .uri("/api/orders/{id}", orderId)
                .header("X-User-Id", user)
                .exchange();
    }

    RestTestClient.ResponseSpec cancels(String user, String orderId) {
        return http.post()
                .uri("/api/orders/{id}/cancel", orderId)
                .header("X-User-Id", user)
                .exchange();
    }

    RestTestClient.ResponseSpec lists(String user, String query) {
        return http.get().uri("/api/orders" + query).header("X-User-Id", user).exchange();
    }

    RestTestClient.ResponseSpec sends(String orderId, byte[] model) {
        return sends(ID, orderId, "ring.stl", model);
    }

    RestTestClient.ResponseSpec sends(String user, String orderId, String fileName, byte[] model) {
        return http.put()
                .uri("/api/orders/{id}/model?filename={name}", orderId, fileName)
                .header("X-User-Id", user)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(model)
                .exchange();
    }
}
