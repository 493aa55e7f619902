package io.ordertrace.stack.demo;

import io.ordertrace.stack.demo.plan.DemoModel;
import io.ordertrace.stack.demo.services.ServiceClient;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/** The sample orders: each is what really happened in the services, nothing is written into Jaeger directly. */
final class DemoTraffic {

    private static final String API_USER = "b2b-atelier";
    private static final String CRM = "crm-api";
    private static final String MES = "mes-api";
    private static final String EXCHANGE = "orders";
    private static final String APPROVED = "order.approved";
    private static final String MES_QUEUE = "mes.orders";
    private static final String DEAD_LETTERS = "mes.orders.dead";
    private static final int FINENESS = 48;

    private final ServiceClient services;
    private final BrokerAccess broker;
    private final String apiKey;

    private DemoTraffic(ServiceClient services, BrokerAccess broker, String apiKey) {
        this.services = services;
        this.broker = broker;
        this.apiKey = apiKey;
    }

    /** @see Demo#sendSamples */
    static Map<String, String> send(
            Map<String, String> addresses, Map<String, String> apiKeys, Demo.BrokerLogin login) {
        try (ServiceClient services = new ServiceClient(addresses);
                BrokerAccess broker = new BrokerAccess(login.port(), login.user(), login.password())) {
            return new DemoTraffic(services, broker, Objects.requireNonNull(apiKeys.get(API_USER))).all();
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException("the broker does not answer: " + e, e);
        }
    }

    private Map<String, String> all() throws IOException, TimeoutException {
        Map<String, String> orders = new LinkedHashMap<>();
        // With the first message that it sends, the CRM API declares the queue anew from which the lost one is kept
        // away.
        orders.put("rejected", rejected());
        // Early, because the portal calls it lost only after the usual time of a message has passed.
        orders.put("lost", lost());
        orders.put("failed", failed());
        orders.put("finished", finished());
        orders.put("in_progress", inProgress());
        orders.put("b2b", b2b());
        orders.put("packaged", packaged());
        orders.put(
                "priced",
                priced("user-91", "earrings", DemoModel.ring(6, 1.1, FINENESS).ascii()));
        orders.put("created", services.createOrder("user-17", "brooch"));
        return orders;
    }

    private String finished() {
        String order =
                priced("user-42", "ring", DemoModel.ring(9, 1.2, FINENESS).binary());
        approve(order, "seller-17");
        produce(order, "op-5", "take", "complete", "pack", "ship");
        services.awaitStatus(CRM, order, "SHIPPED");
        services.asSeller("seller-17", order, "close");
        services.awaitStatus(MES, order, "CLOSED");
        services.awaitStatusInShop("user-42", order, "CLOSED");
        return order;
    }

    private String inProgress() {
        String order =
                priced("user-58", "bracelet", DemoModel.ring(30, 2, FINENESS).binary());
        approve(order, "seller-4");
        produce(order, "op-17", "take");
        services.awaitStatus(CRM, order, "MANUFACTURING_STARTED");
        return order;
    }

    /**
     * The Shop takes the file, but no price can be calculated for it: the message ends as a dead letter, or stays in the
     * queue of a broker without dead letters.
     */
    private String failed() throws IOException, TimeoutException {
        long before = broker.messagesIn(MES_QUEUE, DEAD_LETTERS);
        String order = services.createOrder("user-63", "pendant");
        services.uploadModel(
                order,
                "user-63",
                "pendant.stl",
                DemoModel.ring(12, 1.5, FINENESS).torn().binary());
        broker.awaitMoreThan(before, MES_QUEUE, DEAD_LETTERS);
        return order;
    }

    /** The seller approves, the message is published, and MES never gets it. */
    private String lost() throws IOException, TimeoutException {
        String order =
                priced("user-77", "ring", DemoModel.ring(8.5, 1, FINENESS).binary());
        broker.swallow(EXCHANGE, APPROVED, MES_QUEUE, order, () -> services.asSeller("seller-17", order, "approve"));
        return order;
    }

    private String b2b() {
        String order = services.createB2bOrder(
                apiKey, "chain-link.stl", DemoModel.ring(5, 0.9, FINENESS).binary());
        services.awaitStatus(CRM, order, "PRICE_CALCULATED");
        approve(order, "seller-4");
        return order;
    }

    private String rejected() {
        String order =
                priced("user-42", "signet", DemoModel.ring(11, 2.5, FINENESS).binary());
        services.asSeller("seller-4", order, "reject");
        services.awaitStatus(MES, order, "REJECTED");
        return order;
    }

    private String packaged() {
        String order =
                priced("user-105", "ring", DemoModel.ring(9.5, 1.3, FINENESS).binary());
        approve(order, "seller-9");
        produce(order, "op-5", "take", "complete", "pack");
        services.awaitStatus(CRM, order, "PACKAGED");
        return order;
    }

    private String priced(String user, String item, byte[] stl) {
        String order = services.createOrder(user, item);
        services.uploadModel(order, user, item + ".stl", stl);
        services.awaitStatus(CRM, order, "PRICE_CALCULATED");
        services.awaitStatusInShop(user, order, "PRICE_CALCULATED");
        return order;
    }

    private void approve(String order, String seller) {
        services.asSeller(seller, order, "approve");
        services.awaitStatus(MES, order, "MANUFACTURING_APPROVED");
    }

    private void produce(String order, String operator, String... steps) {
        for (String step : steps) {
            services.asOperator(operator, order, step);
        }
    }
}
