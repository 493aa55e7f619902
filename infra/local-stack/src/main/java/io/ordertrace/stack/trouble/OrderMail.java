package io.ordertrace.stack.trouble;

import com.rabbitmq.client.AMQP.BasicProperties;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The messages about orders as the telemetry contract describes them, and the mark of those that a trouble has made. */
final class OrderMail {

    static final String EXCHANGE = "orders";
    static final List<String> QUEUES = List.of("mes.orders", "crm.orders", "shop.orders");
    static final byte[] POISON = "{ not an order".getBytes(StandardCharsets.UTF_8);

    private static final String MARK = "x-trouble";

    private OrderMail() {}

    static String deadLettersOf(String queue) {
        return queue + ".dead";
    }

    static boolean isMarked(BasicProperties properties) {
        return headers(properties).containsKey(MARK);
    }

    /** The same properties, with them the sender's trace and the message id, and the mark. */
    static BasicProperties marked(BasicProperties properties) {
        Map<String, Object> headers = new HashMap<>(headers(properties));
        headers.put(MARK, "yes");
        return properties.builder().headers(headers).build();
    }

    /** The routing key with which a dead letter was published, as the broker has noted it. */
    static Optional<String> firstRoutingKey(BasicProperties properties) {
        if (headers(properties).get("x-death") instanceof List<?> deaths
                && deaths.getLast() instanceof Map<?, ?> first
                && first.get("routing-keys") instanceof List<?> keys) {
            return Optional.of(Objects.toString(keys.getFirst()));
        }
        return Optional.empty();
    }

    private static Map<String, Object> headers(BasicProperties properties) {
        return Optional.ofNullable(properties.getHeaders()).orElse(Map.of());
    }
}
