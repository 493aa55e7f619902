package io.ordertrace.stack.trouble;

import io.ordertrace.stack.Component;
import io.ordertrace.stack.Credential;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The stack as the faults see it; all addresses are those of the real servers on loopback, not of their proxies.
 *
 * @param proxyControl  port of Toxiproxy's control API
 * @param databaseUrl   JDBC address of a database by its name
 * @param superuser     of the database server
 * @param amqp          port of the broker
 * @param brokerUser    has all rights on the virtual host {@code /}
 * @param brokerControl the broker's own command
 * @param models        folder in which the object store keeps the models' bucket
 * @param services      base addresses by name
 * @param token         asked for by the services' own troubles
 * @param components    by name
 * @param home          folder for what the faults keep; made if missing
 */
public record Premises(
        int proxyControl,
        UnaryOperator<String> databaseUrl,
        Credential superuser,
        int amqp,
        Credential brokerUser,
        BrokerCommand brokerControl,
        Path models,
        Map<String, String> services,
        String token,
        Function<String, Component> components,
        Path home) {

    /** What {@code rabbitmqctl} is to RabbitMQ. */
    @FunctionalInterface
    public interface BrokerCommand {

        /** Gives back what the command prints; {@link UnsupportedOperationException} where the broker has none. */
        String run(List<String> arguments);
    }

    public Premises {
        services = Map.copyOf(services);
    }
}
