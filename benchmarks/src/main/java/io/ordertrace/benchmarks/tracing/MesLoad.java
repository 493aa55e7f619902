package io.ordertrace.benchmarks.tracing;

import com.rabbitmq.client.AMQP;
import io.ordertrace.stack.demo.plan.DemoModel;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A B2B partner orders, MES calculates the price, and operators take, complete, pack and ship. The CRM's approval in
 * between comes as the message that the CRM API would send.
 */
record MesLoad(byte[] model, String apiKey) implements Load {

    static final String API_USER = "b2b-atelier";

    private static final String TABLE = "manufacturing_order";
    private static final List<String> STEPS = List.of("take", "complete", "pack", "ship");
    private static final byte[] NOTHING = new byte[0];

    MesLoad(String apiKey) {
        this(DemoModel.ring(9, 1.2, 20).binary(), apiKey);
    }

    @Override
    public String service() {
        return "mes-api";
    }

    @Override
    public String schema() {
        return "mes";
    }

    @Override
    public int requestsPerOrder() {
        return 1 + STEPS.size();
    }

    @Override
    public Work run(Subject subject, HttpClient http, Pace pace, int orders) {
        Requests requests = new Requests(http, subject.address());
        Queue<String> ids = new ConcurrentLinkedQueue<>();
        Duration ordering = pace.run(Collections.nCopies(orders, due -> ids.add(order(requests, due))), 1);
        subject.awaitNone(TABLE, "status = 'SUBMITTED'");
        ids.forEach(id -> approve(subject, id));
        subject.awaitNone(TABLE, "status = 'PRICE_CALCULATED'");
        List<Pace.Flow> making = new ArrayList<>();
        ids.forEach(id -> making.add(due -> make(requests, id, due)));
        Duration manufacturing = pace.run(making, STEPS.size());
        subject.awaitRest();
        subject.purge("shop.orders", "crm.orders");
        return new Work(requests.micros(), ordering.plus(manufacturing));
    }

    private String order(Requests requests, long due) {
        return requests.send(
                "POST",
                "/api/b2b/orders?filename=ring.stl",
                model,
                due,
                "X-Api-Key",
                apiKey,
                "Content-Type",
                "application/octet-stream");
    }

    private static void make(Requests requests, String id, long due) {
        long from = due;
        for (String step : STEPS) {
            requests.send("POST", "/api/orders/" + id + "/" + step, NOTHING, from, "X-Operator-Id", "op-17");
            from = System.nanoTime();
        }
    }

    private static void approve(Subject subject, String id) {
        String body = """
                {"orderId":"%s","status":"MANUFACTURING_APPROVED","previousStatus":"PRICE_CALCULATED",\
                "changedAt":"%s","sellerId":"seller-17"}""".formatted(id, Instant.now());
        AMQP.BasicProperties properties = new AMQP.BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(2)
                .messageId(UUID.randomUUID().toString())
                .build();
        try {
            subject.channel()
                    .basicPublish("orders", "order.approved", properties, body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("cannot approve " + id, e);
        }
    }
}
