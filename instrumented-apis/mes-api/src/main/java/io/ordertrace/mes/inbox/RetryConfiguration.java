package io.ordertrace.mes.inbox;

import io.ordertrace.mes.pricing.ModelNotPriceable;
import io.ordertrace.telemetry.InvalidModel;
import org.springframework.boot.amqp.autoconfigure.RabbitListenerRetrySettingsCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RetryConfiguration {

    /** What fails for good goes to the dead-letter queue at once; how often the rest is tried says the configuration. */
    @Bean
    RabbitListenerRetrySettingsCustomizer retryOnlyWhatMayPass() {
        return retry -> retry.setExceptionPredicate(failure -> !isFinal(failure));
    }

    /** The listener container wraps what a listener throws. */
    private static boolean isFinal(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof UnusableMessage || each instanceof ModelNotPriceable || each instanceof InvalidModel) {
                return true;
            }
        }
        return false;
    }
}
