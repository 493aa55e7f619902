package io.ordertrace.stack.trouble;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.ordertrace.stack.Credential;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** A way to the broker past the proxy, so that no other trouble is in the way of this one. */
final class BrokerLink {

    private final ConnectionFactory factory = new ConnectionFactory();

    BrokerLink(int port, Credential user) {
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername(user.user());
        factory.setPassword(user.password());
    }

    /** Something done with a channel. */
    @FunctionalInterface
    interface Work {
        void on(Channel channel) throws IOException, TimeoutException, InterruptedException;
    }

    Connection connect() throws IOException, TimeoutException {
        return factory.newConnection("troubles");
    }

    /**
     * For what other brokers of the same protocol cannot do.
     *
     * @param ability what is asked of the broker, for the message
     * @throws UnsupportedOperationException if it is not RabbitMQ
     */
    Connection connectToRabbitMq(String ability) throws IOException, TimeoutException {
        Connection connection = connect();
        String product = String.valueOf(connection.getServerProperties().get("product"));
        if (!product.equals("RabbitMQ")) {
            connection.close();
            throw new UnsupportedOperationException(
                    product + " has no " + ability + "; this needs RabbitMQ on this machine");
        }
        return connection;
    }

    /** Does it on a connection of its own. */
    void with(Work work) throws IOException, TimeoutException, InterruptedException {
        try (Connection connection = connect();
                Channel channel = connection.createChannel()) {
            work.on(channel);
        }
    }
}
