package io.ordertrace.mes.b2b;

import io.ordertrace.mes.order.ManufacturingOrders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives requests the numbers of their orders: to the same request always the same. */
@Repository
class B2bRequests {

    private final JdbcClient jdbc;
    private final ManufacturingOrders orders;

    B2bRequests(JdbcClient jdbc, ManufacturingOrders orders) {
        this.jdbc = jdbc;
        this.orders = orders;
    }

    /**
     * The id of the order for which the request is made, whether there is such an order yet or not.
     *
     * @param key null if the request cannot be told from others
     * @throws KeyOfAnotherModel if the key was used with another model
     */
    String orderId(String apiUser, @Nullable String key, String modelSha256) {
        if (key == null) {
            return nextId();
        }
        Request request = find(apiUser, key).orElseGet(() -> add(apiUser, key, modelSha256));
        if (!request.modelSha256().equals(modelSha256)) {
            throw new KeyOfAnotherModel();
        }
        return request.orderId();
    }

    private Optional<Request> find(String apiUser, String key) {
        return jdbc.sql("select order_id, model_sha256 from b2b_request where api_user_id = ? and idempotency_key = ?")
                .params(apiUser, key)
                .query((row, number) -> new Request(row.getString("order_id"), row.getString("model_sha256")))
                .optional();
    }

    /** Of requests at the same moment one is stored, and all find that one. */
    private Request add(String apiUser, String key, String modelSha256) {
        jdbc.sql("""
                        insert into b2b_request (api_user_id, idempotency_key, order_id, model_sha256)
                        values (?, ?, ?, ?)
                        on conflict (api_user_id, idempotency_key) do nothing
                        """).params(apiUser, key, nextId(), modelSha256).update();
        return find(apiUser, key).orElseThrow();
    }

    private String nextId() {
        return "B2B-%07d".formatted(orders.nextB2bNumber());
    }

    private record Request(String orderId, String modelSha256) {}
}
