package io.ordertrace.shop;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.annotation.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.boot.test.context.TestComponent;

/** A consumer whose database is away for longer than the retries last. */
@TestComponent
class OutageListener {

    static final String QUEUE = "shop.outage";

    private static final int RETRIES_AND_ONE_MORE = 5;

    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger successes = new AtomicInteger();

    @RabbitListener(queuesToDeclare = @Queue(QUEUE))
    void receive(Message message) throws SQLException {
        if (attempts.incrementAndGet() <= RETRIES_AND_ONE_MORE) {
            throw new SQLTransientConnectionException("Connection is not available, request timed out");
        }
        successes.incrementAndGet();
    }

    int successes() {
        return successes.get();
    }
}
