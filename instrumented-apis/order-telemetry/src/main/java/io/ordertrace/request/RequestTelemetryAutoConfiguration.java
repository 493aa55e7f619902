package io.ordertrace.request;

import io.ordertrace.telemetry.OrderTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;

/** Puts the filter before everything else. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
class RequestTelemetryAutoConfiguration {

    @Bean
    FilterRegistrationBean<RequestTelemetryFilter> requestTelemetryFilter(OrderTelemetry telemetry) {
        var registration = new FilterRegistrationBean<>(new RequestTelemetryFilter(telemetry));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
