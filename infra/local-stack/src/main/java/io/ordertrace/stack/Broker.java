package io.ordertrace.stack;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** The message broker, AMQP 0-9-1 on loopback; one user with all rights on the virtual host {@code /}. */
public interface Broker extends Server {

    /** What the broker is called in messages, whichever program it is. */
    String NAME = "broker";

    /**
     * Runs the broker's own command and gives back what it prints.
     *
     * @throws UnsupportedOperationException if this broker has none
     * @throws ComponentFailed               if the command fails
     */
    String control(List<String> arguments);

    /** Starts the machine's RabbitMQ if there is one, else, or if {@code ORDER_TRACE_BROKER=embedded}, the embedded broker. */
    static Broker start(Path dir, int port, Credential user) {
        return RabbitMqInstallation.find()
                .filter(installation -> !"embedded".equals(System.getenv("ORDER_TRACE_BROKER")))
                .<Broker>map(installation -> RabbitMqBroker.start(installation, dir, port, user))
                .orElseGet(() -> EmbeddedBroker.start(dir, port, user));
    }

    /** Whether the user can sign in; a broker listens some time before it lets anybody in. */
    static boolean letsIn(int port, Credential user) {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername(user.user());
        factory.setPassword(user.password());
        factory.setAutomaticRecoveryEnabled(false);
        try (Connection connection = factory.newConnection("readiness")) {
            return connection.isOpen();
        } catch (IOException | TimeoutException notYet) {
            return false;
        }
    }
}
