package io.ordertrace.shop.inbox;

import java.util.stream.Stream;
import org.springframework.boot.amqp.autoconfigure.RabbitListenerRetrySettingsCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetryConfiguration {

    /** A message that cannot be read stays so, and the queue would stand still during the pauses. */
    @Bean
    RabbitListenerRetrySettingsCustomizer neverAgainWhatCannotBeRead() {
        return retry -> retry.setExceptionPredicate(
                failure -> Stream.iterate(failure, each -> each != null, Throwable::getCause)
                        .noneMatch(UnreadableMessage.class::isInstance));
    }
}
