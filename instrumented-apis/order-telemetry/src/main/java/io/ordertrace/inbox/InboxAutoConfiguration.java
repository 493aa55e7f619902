package io.ordertrace.inbox;

import io.ordertrace.dependency.DependencyNames;
import io.ordertrace.telemetry.OrderTelemetry;
import io.ordertrace.telemetry.PermanentFailure;
import java.util.stream.Stream;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.retry.MessageRecoverer;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitListenerRetrySettingsCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service with RabbitMQ its {@link Inbox}; how often a message is tried says {@code spring.rabbitmq.listener}. */
@AutoConfiguration(before = RabbitAutoConfiguration.class)
@ConditionalOnClass(RabbitTemplate.class)
class InboxAutoConfiguration {

    @Bean
    Declarables orderQueues() {
        return new Topology().declarables();
    }

    @Bean
    Inbox inbox(JsonMapper json, OrderTelemetry telemetry) {
        return new Inbox(json, telemetry);
    }

    @Bean
    MessageRecoverer givenUp(Inbox inbox, OrderTelemetry telemetry, DependencyNames names) {
        return new GivenUp(inbox, telemetry, names.broker());
    }

    /** What fails for good is given up at once: the queue would stand still during the pauses. */
    @Bean
    RabbitListenerRetrySettingsCustomizer onlyWhatMayPass() {
        return retry -> retry.setExceptionPredicate(
                failure -> Stream.iterate(failure, link -> link != null, Throwable::getCause)
                        .noneMatch(PermanentFailure.class::isInstance));
    }
}
