package io.ordertrace.stack.demo;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** A look into the broker's queues, and a hand in one of them: this is how the demo loses a message. */
final class BrokerAccess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();

    private final Connection connection;

    BrokerAccess(int port, String user, String password) throws IOException, TimeoutException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername(user);
        factory.setPassword(password);
        connection = factory.newConnection("demo traffic");
    }

    /** Messages that wait in these queues, all together. */
    long messagesIn(String... queues) throws IOException, TimeoutException {
        try (Channel channel = connection.createChannel()) {
            long count = 0;
            for (String queue : queues) {
                count += channel.messageCount(queue);
            }
            return count;
        }
    }

    void awaitMoreThan(long count, String... queues) throws IOException, TimeoutException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (messagesIn(queues) <= count) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("nothing has come into " + String.join(" or ", queues));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /**
     * Diverts the messages of one routing key from the queue while the action runs, until the one about the order has
     * come, and drops that one. Other messages that come meanwhile are handed on to the queue.
     */
    void swallow(String exchange, String routingKey, String queue, String order, Runnable action)
            throws IOException, TimeoutException {
        BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();
        try (Channel channel = connection.createChannel()) {
            String diversion = channel.queueDeclare().getQueue();
            channel.queueBind(diversion, exchange, routingKey);
            channel.basicConsume(diversion, true, (tag, delivery) -> deliveries.add(delivery), tag -> {});
            channel.queueUnbind(queue, exchange, routingKey);
            try {
                action.run();
                for (Delivery next = next(deliveries); !isAbout(order, next); next = next(deliveries)) {
                    channel.basicPublish("", queue, next.getProperties(), next.getBody());
                }
            } finally {
                channel.queueBind(queue, exchange, routingKey);
            }
        }
    }

    private static boolean isAbout(String order, Delivery delivery) {
        return new String(delivery.getBody(), StandardCharsets.UTF_8).contains('"' + order + '"');
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }

    private static Delivery next(BlockingQueue<Delivery> deliveries) {
        try {
            Delivery next = deliveries.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("the message to be lost has not come");
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
