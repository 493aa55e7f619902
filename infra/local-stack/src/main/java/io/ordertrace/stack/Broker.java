package io.ordertrace.stack;

import java.nio.file.Path;

/** The message broker, AMQP 0-9-1 on loopback; one user with all rights on the virtual host {@code /}. */
public interface Broker extends Server {

    /** What the broker is called in messages, whichever program it is. */
    String NAME = "broker";

    /** Starts the machine's RabbitMQ if there is one, else the embedded broker. */
    static Broker start(Path dir, int port, Credential user) {
        return RabbitMqInstallation.find()
                .<Broker>map(installation -> RabbitMqBroker.start(installation, dir, port, user))
                .orElseGet(() -> EmbeddedBroker.start(dir, port, user));
    }
}
