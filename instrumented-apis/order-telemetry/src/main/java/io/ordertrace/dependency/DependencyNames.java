package io.ordertrace.dependency;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** What the systems that the service depends on are called in traces. Each service names its own database. */
@Validated
@ConfigurationProperties("dependency")
public record DependencyNames(
        @NotBlank String database,
        @NotBlank @DefaultValue("3d-files") String objectStore,
        @NotBlank @DefaultValue("orders-mq") String broker) {}
