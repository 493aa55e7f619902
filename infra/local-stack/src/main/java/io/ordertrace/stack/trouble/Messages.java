package io.ordertrace.stack.trouble;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.GetResponse;
import io.ordertrace.stack.trouble.Interception.Intercepted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What can become of a message between two services, and how the person on duty sends it once more. */
final class Messages {

    private final BrokerLink link;
    private final Queue<Delivery> lost = new ConcurrentLinkedQueue<>();

    Messages(BrokerLink link) {
        this.link = link;
    }

    /** Taken out of the queue, as a purge does. */
    Fault lost() {
        return new Interception(link, (delivery, queue) -> {
            lost.add(delivery);
            queue.drop(delivery);
        });
    }

    /** Nobody gets it before the trouble ends. */
    Fault late() {
        return new Interception(link, (delivery, queue) -> {
            // Kept unacknowledged: it returns to its queue with the end of the connection.
        });
    }

    /** Its content cannot be read; the readable one comes after the trouble has ended. */
    Fault poisoned() {
        return new Interception(link, Messages::poison);
    }

    private static void poison(Delivery delivery, Intercepted queue) throws IOException {
        if (OrderMail.isMarked(delivery.getProperties())) {
            // A service has given it back to try again.
            queue.passOn(channel -> channel.basicNack(delivery.getEnvelope().getDeliveryTag(), false, true));
        } else {
            queue.passOn(channel -> channel.basicPublish(
                    "", queue.queue(), OrderMail.marked(delivery.getProperties()), OrderMail.POISON));
        }
    }

    /** Every message goes to every one of its queues once more, with the same id. */
    Fault twice() {
        return new Fault() {
            private @Nullable Connection connection;

            @Override
            public void start() throws Exception {
                if (connection == null) {
                    Connection opened = link.connect();
                    connection = opened;
                    Channel channel = opened.createChannel();
                    String copies = channel.queueDeclare().getQueue();
                    channel.queueBind(copies, OrderMail.EXCHANGE, "#");
                    channel.basicConsume(copies, true, (tag, delivery) -> repeat(channel, delivery), tag -> {});
                }
            }

            @Override
            public void stop() throws Exception {
                Connection open = connection;
                connection = null;
                if (open != null) {
                    open.close();
                }
            }
        };
    }

    private static void repeat(Channel channel, Delivery delivery) throws IOException {
        if (!OrderMail.isMarked(delivery.getProperties())) {
            channel.basicPublish(
                    OrderMail.EXCHANGE,
                    delivery.getEnvelope().getRoutingKey(),
                    OrderMail.marked(delivery.getProperties()),
                    delivery.getBody());
        }
    }

    /**
     * Sends once more what was lost and what lies among the dead letters, to all that want it; what a trouble has
     * poisoned is thrown away, and what the broker returns is kept for the next time. Whoever has had a message already
     * does nothing about it.
     *
     * @return how many messages were sent
     */
    int sendAgain() throws IOException, TimeoutException, InterruptedException {
        AtomicInteger sent = new AtomicInteger();
        link.with(channel -> {
            channel.confirmSelect();
            // Only what is lost now: what is sent again may be lost again at once.
            for (Delivery one : List.copyOf(lost)) {
                if (publish(channel, one.getEnvelope().getRoutingKey(), one.getProperties(), one.getBody())) {
                    lost.remove(one);
                    sent.incrementAndGet();
                }
            }
            for (String queue : OrderMail.QUEUES) {
                sent.addAndGet(revive(channel, OrderMail.deadLettersOf(queue)));
            }
        });
        return sent.get();
    }

    private static int revive(Channel channel, String deadLetters)
            throws IOException, TimeoutException, InterruptedException {
        int revived = 0;
        List<Long> kept = new ArrayList<>();
        // Only what lies there now: what is sent again may be back among the dead at once.
        for (long waiting = channel.messageCount(deadLetters); waiting > 0; waiting--) {
            GetResponse one = channel.basicGet(deadLetters, false);
            if (one == null) {
                break;
            }
            Optional<String> key = OrderMail.firstRoutingKey(one.getProps());
            long tag = one.getEnvelope().getDeliveryTag();
            if (OrderMail.isMarked(one.getProps())) {
                channel.basicAck(tag, false);
            } else if (key.isPresent() && publish(channel, key.get(), one.getProps(), one.getBody())) {
                channel.basicAck(tag, false);
                revived++;
            } else {
                kept.add(tag);
            }
        }
        for (long tag : kept) {
            channel.basicNack(tag, false, true);
        }
        return revived;
    }

    /** Whether a queue has it: what the broker returns it confirms as well, afterwards. */
    private static boolean publish(Channel channel, String routingKey, BasicProperties properties, byte[] body)
            throws IOException, TimeoutException, InterruptedException {
        AtomicBoolean returned = new AtomicBoolean();
        channel.clearReturnListeners();
        channel.addReturnListener(message -> returned.set(true));
        channel.basicPublish(OrderMail.EXCHANGE, routingKey, true, properties, body);
        channel.waitForConfirmsOrDie(10_000);
        return !returned.get();
    }
}
