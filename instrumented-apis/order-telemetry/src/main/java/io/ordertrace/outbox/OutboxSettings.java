package io.ordertrace.outbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are sent.
 *
 * @param confirmTimeout how long the broker may take to confirm a message
 * @param batch how many messages are sent before their confirmations are waited for
 * @param firstPause before a message that failed is tried for the second time; doubled with each further attempt
 * @param longestPause between two attempts at one message
 * @param sweep how often to look for messages that another instance has left behind
 */
@Validated
@ConfigurationProperties("outbox")
record OutboxSettings(
        @NotNull @DefaultValue("5s") Duration confirmTimeout,
        @Min(1) @Max(1000) @DefaultValue("100") int batch,
        @NotNull @DefaultValue("500ms") Duration firstPause,
        @NotNull @DefaultValue("30s") Duration longestPause,
        @NotNull @DefaultValue("10s") Duration sweep) {}
