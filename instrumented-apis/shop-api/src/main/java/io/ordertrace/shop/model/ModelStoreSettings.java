package io.ordertrace.shop.model;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the models lie and how long to wait for it.
 *
 * @param attemptTimeout for one try of a call
 * @param callTimeout for a call with all its tries
 */
@Validated
@ConfigurationProperties("s3")
record ModelStoreSettings(
        @NotNull URI endpoint,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @NotBlank String bucket,
        @NotNull Duration attemptTimeout,
        @NotNull Duration callTimeout) {}
