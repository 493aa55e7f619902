package io.ordertrace.portal.history;

import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.source.OrderEventSource;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HistorySettings.class)
class HistoryConfiguration {

    @Bean
    static OrderHistories orderHistories(
            List<OrderEventSource> sources, OrderProcess process, HistorySettings settings) {
        return new OrderHistories(sources, process, settings.deadline(), Clock.systemUTC());
    }
}
