package io.ordertrace.dependency;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.ordertrace.telemetry.FailureRule;
import io.ordertrace.telemetry.Failures;
import io.ordertrace.telemetry.OrderTelemetry;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.TransactionException;
import software.amazon.awssdk.core.exception.SdkException;

/** Gives a service its telemetry, which knows the service's dependencies. */
@AutoConfiguration
@EnableConfigurationProperties(DependencyNames.class)
class TelemetryAutoConfiguration {

    /** The agent's, if there is one; otherwise nothing is recorded. */
    @Bean
    @ConditionalOnMissingBean
    OpenTelemetry openTelemetry() {
        return GlobalOpenTelemetry.get();
    }

    @Bean
    @ConditionalOnMissingBean
    OrderTelemetry orderTelemetry(OpenTelemetry openTelemetry, List<FailureRule> rules) {
        return new OrderTelemetry(openTelemetry, new Failures(rules));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(TransactionException.class)
    static class Database {

        @Bean
        FailureRule databaseFailures(DependencyNames names) {
            return new DatabaseFailures(names.database());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(SdkException.class)
    static class ObjectStore {

        @Bean
        FailureRule objectStoreFailures(DependencyNames names) {
            return new ObjectStoreFailures(names.objectStore());
        }
    }
}
