package io.ordertrace.message;

import java.util.List;
import java.util.Map;

/**
 * The durable queues behind the topic exchange {@value #EXCHANGE}. Whoever comes first declares them, and a broker
 * refuses a second declaration that differs: hence one place for all.
 */
public enum OrderQueue {
    MES(
            "mes.orders",
            OrderQueue.SUBMITTED,
            OrderQueue.APPROVED,
            OrderQueue.REJECTED,
            OrderQueue.CANCELLED,
            OrderQueue.CLOSED),
    CRM("crm.orders", OrderQueue.PRICED, OrderQueue.CANCELLED, OrderQueue.STATUS_CHANGED),
    SHOP(
            "shop.orders",
            OrderQueue.PRICED,
            OrderQueue.APPROVED,
            OrderQueue.REJECTED,
            OrderQueue.CANCELLED,
            OrderQueue.CLOSED,
            OrderQueue.STATUS_CHANGED);

    public static final String EXCHANGE = "orders";

    /** A direct exchange; a dead message is routed by the name of the queue it could not be consumed from. */
    public static final String DEAD_LETTER_EXCHANGE = "orders.dead";

    public static final String SUBMITTED = "order.submitted";
    public static final String PRICED = "order.priced";
    public static final String APPROVED = "order.approved";
    public static final String REJECTED = "order.rejected";
    public static final String CANCELLED = "order.cancelled";
    public static final String CLOSED = "order.closed";
    public static final String STATUS_CHANGED = "order.status-changed";

    private final String queueName;
    private final List<String> routingKeys;

    OrderQueue(String queueName, String... routingKeys) {
        this.queueName = queueName;
        this.routingKeys = List.of(routingKeys);
    }

    public String queueName() {
        return queueName;
    }

    /** The durable queue that keeps what could not be consumed. */
    public String deadLetterQueueName() {
        return queueName + ".dead";
    }

    /** The keys by which the queue is bound to {@value #EXCHANGE}. */
    public List<String> routingKeys() {
        return routingKeys;
    }

    /** The arguments of the queue's declaration. */
    public Map<String, Object> arguments() {
        return Map.of("x-dead-letter-exchange", DEAD_LETTER_EXCHANGE, "x-dead-letter-routing-key", queueName);
    }
}
