package io.ordertrace.crm;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Does over HTTP what the CRM's pages do. */
@Lazy
@TestComponent
class Seller {

    static final String ID = "sel-3";

    final RestTestClient http;

    Seller(Environment environment) {
        String port = environment.getRequiredProperty("local.server.port");
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    RestTestClient.ResponseSpec looksAt(String orderId) {
        return http.get().uri("/api/orders/{id}", orderId).exchange();
    }

    RestTestClient.ResponseSpec lists(String query) {
        return http.get().uri("/api/orders" + query).exchange();
    }

    /** @param decision approve, reject, cancel or close */
    RestTestClient.ResponseSpec decides(String decision, String orderId) {
        return decides(ID, decision, orderId);
    }

    RestTestClient.ResponseSpec decides(String seller, String decision, String orderId) {
        return http.post()
                .uri("/api/orders/{id}/{decision}", orderId, decision)
                .header("X-Seller-Id", seller)
                .exchange();
    }
}
