package io.ordertrace.problem;

import io.ordertrace.telemetry.OrderTelemetry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.web.servlet.DispatcherServlet;

/** Gives a service with HTTP and a database its answers to failures of the database. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, DataAccessException.class})
public class ProblemAutoConfiguration {

    @Bean
    DatabaseProblems databaseProblems(OrderTelemetry telemetry) {
        return new DatabaseProblems(telemetry);
    }
}
