package io.ordertrace.upload;

import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.FailureRule;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** For a service that takes models and says with {@code uploads.memory} how many. */
@AutoConfiguration
@ConditionalOnProperty("uploads.memory")
@EnableConfigurationProperties(ModelUploadSettings.class)
class ModelUploadAutoConfiguration {

    @Bean
    ModelUploads modelUploads(ModelUploadSettings settings) {
        return new ModelUploads(settings.memory());
    }

    @Bean
    UploadProblems uploadProblems(ModelUploadSettings settings) {
        return new UploadProblems(settings.retryAfter());
    }

    /** As a caller who is turned away sees it. */
    @Bean
    FailureRule uploadFailures() {
        return link -> link instanceof TooManyUploads ? new FailureRule.Clue(FailureClass.UNAVAILABLE, null) : null;
    }
}
