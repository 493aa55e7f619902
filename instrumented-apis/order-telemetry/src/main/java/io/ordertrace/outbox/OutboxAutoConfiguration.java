package io.ordertrace.outbox;

import io.ordertrace.dependency.DependencyNames;
import io.ordertrace.telemetry.FailureRule;
import io.ordertrace.telemetry.OrderTelemetry;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service with a database and RabbitMQ its {@link Outbox}. */
@AutoConfiguration(
        after = {RabbitAutoConfiguration.class, JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class})
@ConditionalOnClass({RabbitTemplate.class, JdbcClient.class})
@EnableConfigurationProperties(OutboxSettings.class)
class OutboxAutoConfiguration {

    @Bean
    FailureRule brokerFailures(DependencyNames names) {
        return new BrokerFailures(names.broker());
    }

    @Bean
    OutboxTable outboxTable(JdbcClient jdbc, JsonMapper json) {
        return new OutboxTable(jdbc, json);
    }

    @Bean
    Relay outboxRelay(
            OutboxTable table,
            ConnectionFactory connections,
            OrderTelemetry telemetry,
            PlatformTransactionManager transactions,
            ObjectProvider<MessageHold> holds,
            OutboxSettings settings,
            JsonMapper json) {
        Publisher publisher =
                new Publisher(new PublisherConnections(connections), telemetry, settings.confirmTimeout());
        Relay relay = new Relay(
                table,
                publisher,
                new Retelling(telemetry, json),
                waitingForTheBroker(transactions, settings),
                holds.stream().toList(),
                settings);
        connections.addConnectionListener(connection -> relay.brokerIsBack());
        return relay;
    }

    @Bean
    Outbox outbox(TransactionOperations transactions, OutboxTable table, Relay relay) {
        return new Outbox(transactions, table, relay);
    }

    /**
     * Unlike a change, a round of sending may take as long as the broker, which has to accept a connection and a channel
     * and to confirm, and the statements around it. The database must let it be idle for longer than that.
     */
    private static TransactionOperations waitingForTheBroker(
            PlatformTransactionManager manager, OutboxSettings settings) {
        TransactionTemplate transactions = new TransactionTemplate(manager);
        transactions.setTimeout((int) settings.confirmTimeout().multipliedBy(3).toSeconds());
        return transactions;
    }
}
