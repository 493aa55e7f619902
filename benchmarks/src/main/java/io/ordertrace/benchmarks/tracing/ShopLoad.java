package io.ordertrace.benchmarks.tracing;

import io.ordertrace.stack.demo.plan.DemoModel;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;

/** A customer orders: create, upload the model and submit, look. */
record ShopLoad(byte[] model) implements Load {

    private static final byte[] ORDER = "{\"item\":\"ring\",\"quantity\":1}".getBytes(StandardCharsets.UTF_8);
    private static final String CUSTOMER = "user-42";

    ShopLoad() {
        this(DemoModel.ring(9, 1.2, 20).binary());
    }

    @Override
    public String service() {
        return "shop-api";
    }

    @Override
    public String schema() {
        return "shop";
    }

    @Override
    public int requestsPerOrder() {
        return 3;
    }

    @Override
    public Work run(Subject subject, HttpClient http, Pace pace, int orders) {
        Requests requests = new Requests(http, subject.address());
        Duration elapsed = pace.run(Collections.nCopies(orders, due -> order(requests, due)), requestsPerOrder());
        subject.awaitRest();
        subject.purge("mes.orders", "crm.orders");
        return new Work(requests.micros(), elapsed);
    }

    private void order(Requests requests, long due) {
        String id = requests.send(
                "POST", "/api/orders", ORDER, due, "X-User-Id", CUSTOMER, "Content-Type", "application/json");
        String path = "/api/orders/" + id;
        requests.send(
                "PUT",
                path + "/model?filename=ring.stl",
                model,
                System.nanoTime(),
                "X-User-Id",
                CUSTOMER,
                "Content-Type",
                "application/octet-stream");
        requests.send("GET", path, new byte[0], System.nanoTime(), "X-User-Id", CUSTOMER);
    }
}
