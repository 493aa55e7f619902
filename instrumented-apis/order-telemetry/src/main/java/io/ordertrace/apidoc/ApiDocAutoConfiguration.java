package io.ordertrace.apidoc;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Completes what is read from the controllers. */
@AutoConfiguration
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
@ConditionalOnProperty("api.title")
@EnableConfigurationProperties(ApiDescription.class)
public class ApiDocAutoConfiguration {

    @Bean
    OpenAPI openApi(ApiDescription api) {
        return new OpenAPI()
                .info(new Info()
                        .title(api.title())
                        .description(api.description())
                        .version(api.version()));
    }

    @Bean
    GlobalOpenApiCustomizer commonParameters() {
        return new CommonParameters();
    }

    @Bean
    GlobalOpenApiCustomizer commonProblems() {
        return new CommonProblems();
    }
}
