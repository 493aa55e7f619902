package io.ordertrace.browser;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the spans of the page's visitors go, and how many are taken. A page sends a few kilobytes when it is opened and
 * with each press of a button; an office behind one address has dozens of pages open.
 *
 * @param endpoint the Collector's receiver for browsers
 * @param token what it wants to see
 * @param bytesPerSecond of one address in the long run
 * @param burstBytes of one address at once
 * @param totalBytesPerSecond of everybody in the long run
 * @param totalBurstBytes of everybody at once
 * @param queuedBatches how many batches wait for the Collector at most, each of up to 64 KiB
 * @param connectTimeout how long the Collector may take to accept a connection
 * @param timeout how long it may take to accept a batch
 */
@Validated
@ConfigurationProperties("browser.otlp")
record BrowserSpansSettings(
        @NotNull URI endpoint,
        @NotBlank String token,
        @Positive @DefaultValue("32768") int bytesPerSecond,
        @Positive @DefaultValue("262144") int burstBytes,
        @Positive @DefaultValue("131072") int totalBytesPerSecond,
        @Positive @DefaultValue("1048576") int totalBurstBytes,
        @Positive @DefaultValue("64") int queuedBatches,
        @NotNull @DefaultValue("2s") Duration connectTimeout,
        @NotNull @DefaultValue("5s") Duration timeout) {}
