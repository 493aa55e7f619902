package io.ordertrace.mes;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.ordertrace.telemetry.OrderTelemetry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

    /** The agent's; without the agent nothing is recorded. */
    @Bean
    OpenTelemetry openTelemetry() {
        return GlobalOpenTelemetry.get();
    }

    @Bean
    OrderTelemetry orderTelemetry(OpenTelemetry openTelemetry) {
        return new OrderTelemetry(openTelemetry);
    }
}
