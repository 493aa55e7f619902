package io.ordertrace.stack.trouble;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes every message out of the services' queues before they get it, as a consumer of higher priority. What it has
 * neither acknowledged nor passed on goes back to its place in the queue in the end, as if it had only waited. RabbitMQ
 * lets nobody keep a message longer than half an hour.
 */
final class Interception implements Fault {

    private static final Map<String, Object> BEFORE_ALL_OTHERS = Map.of("x-priority", 1_000);

    private static final String TAG = "trouble";

    private final BrokerLink link;
    private final Handling handling;
    private @Nullable Connection connection;

    Interception(BrokerLink link, Handling handling) {
        this.link = link;
        this.handling = handling;
    }

    /** What becomes of a message that has been taken; called for one message of a queue after the other. */
    @FunctionalInterface
    interface Handling {
        void of(Delivery delivery, Intercepted queue) throws IOException;
    }

    @Override
    public void start() throws Exception {
        if (connection == null) {
            Connection opened = link.connectToRabbitMq("consumers of higher priority");
            connection = opened;
            for (String queue : OrderMail.QUEUES) {
                new Intercepted(queue, opened.createChannel(), handling).open();
            }
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

    /** One queue while its messages are being taken. */
    static final class Intercepted {

        private final String queue;
        private final Channel channel;
        private final Handling handling;

        Intercepted(String queue, Channel channel, Handling handling) {
            this.queue = queue;
            this.channel = channel;
            this.handling = handling;
        }

        void open() throws IOException {
            channel.basicConsume(
                    queue,
                    false,
                    TAG,
                    false,
                    false,
                    BEFORE_ALL_OTHERS,
                    (tag, delivery) -> handling.of(delivery, this),
                    tag -> {});
        }

        /** Nobody will get it. */
        void drop(Delivery delivery) throws IOException {
            channel.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
        }

        /** Lets the services have what is in the queue after the action, and takes only what comes later. */
        void passOn(Action action) throws IOException {
            channel.basicCancel(TAG);
            action.on(channel);
            // Synchronous: what the action has sent has reached the next consumer before we are back.
            channel.queueDeclarePassive(queue);
            open();
        }

        String queue() {
            return queue;
        }
    }

    /** Something done while nobody intercepts. */
    @FunctionalInterface
    interface Action {
        void on(Channel channel) throws IOException;
    }
}
