package io.ordertrace.portal.jaegerui;

import jakarta.validation.constraints.AssertTrue;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Jaeger's pages come from.
 *
 * @param url Jaeger's HTTP address with its base path, which has to be {@code /jaeger}: pages are passed on as they are
 * @param user user of Jaeger's basicauth extension; empty when it asks for none
 * @param password that user's password
 * @param connectTimeout time to reach Jaeger
 * @param answerTimeout time for a whole answer; a large trace takes seconds
 */
@Validated
@ConfigurationProperties("portal.jaeger-ui")
record JaegerUiSettings(
        @DefaultValue("http://127.0.0.1:16686/jaeger") URI url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,

        @DurationMin(millis = 1) @DurationMax(seconds = 30) @DefaultValue("2s")
        Duration connectTimeout,

        @DurationMin(millis = 1) @DurationMax(minutes = 5) @DefaultValue("30s")
        Duration answerTimeout) {

    @AssertTrue(message = "must be an http or https address whose path is /jaeger")
    boolean isUrlUsable() {
        return url.getHost() != null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && "/jaeger".equals(url.getPath());
    }
}
