package io.ordertrace.outbox;

import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.ShutdownSignalException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * The connection on which messages are sent. It is not the one on which they are received: a broker that is short of
 * memory or disk stops reading from whoever sends, and receiving must go on.
 */
final class PublisherConnections implements ConnectionListener, BlockedListener {

    private final ConnectionFactory factory;
    private volatile boolean blocked;

    PublisherConnections(ConnectionFactory all) {
        factory = Objects.requireNonNull(all.getPublisherConnectionFactory());
        factory.addConnectionListener(this);
    }

    /** It opens the connection when it is needed and not open. */
    RabbitTemplate template() {
        RabbitTemplate template = new RabbitTemplate(factory);
        template.setMandatory(true);
        return template;
    }

    /** Whether the broker has said that it does not read. */
    boolean isBlocked() {
        return blocked;
    }

    @Override
    public void onCreate(@Nullable Connection connection) {
        blocked = false;
        if (connection != null) {
            connection.addBlockedListener(this);
        }
    }

    /**
     * Its end, whoever brought it about, ends the state, too: what a new connection may do the broker will say again. To
     * wait for that connection would be to wait for ever, as nobody opens one while this one counts as blocked.
     */
    @Override
    public void onShutDown(ShutdownSignalException signal) {
        blocked = false;
    }

    @Override
    public void handleBlocked(String reason) {
        blocked = true;
    }

    @Override
    public void handleUnblocked() {
        blocked = false;
    }
}
