package io.ordertrace.shop;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.ordertrace.telemetry.OrderTelemetry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class ShopApiApplication {

    static void main(String[] arguments) {
        SpringApplication.run(ShopApiApplication.class, arguments);
    }

    /** The agent, if there is one, stands behind the global instance. */
    @Bean
    OrderTelemetry orderTelemetry() {
        return new OrderTelemetry(GlobalOpenTelemetry.get());
    }
}
