package io.ordertrace.shop;

import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import java.util.Objects;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the shop has to tell the manufacture: what waits in its outbox, and what has come to the manufacture's queue. */
@TestComponent
class Mail {

    static final String MES = OrderQueue.MES.queueName();

    private static final int WAIT_MILLIS = 40_000;

    private final JdbcClient jdbc;
    private final RabbitTemplate rabbit;
    private final JsonMapper json;

    Mail(JdbcClient jdbc, RabbitTemplate rabbit, JsonMapper json) {
        this.jdbc = jdbc;
        this.rabbit = rabbit;
        this.json = json;
    }

    /** How many messages wait that are about such an order. */
    long waiting(String orderIdLike) {
        return jdbc.sql("select count(*) from outbox_message where order_id like :id")
                .param("id", orderIdLike)
                .query(Long.class)
                .single();
    }

    boolean hasFailed(String orderId) {
        return jdbc.sql("select attempts > 0 from outbox_message where order_id = :id")
                .param("id", orderId)
                .query(Boolean.class)
                .single();
    }

    /** The next message, when it is there. */
    Message next() {
        return Objects.requireNonNull(rabbit.receive(MES, WAIT_MILLIS), "nothing was published");
    }

    OrderMessage told() {
        return json.readValue(next().getBody(), OrderMessage.class);
    }
}
