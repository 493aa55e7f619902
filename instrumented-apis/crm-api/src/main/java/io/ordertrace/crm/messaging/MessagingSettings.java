package io.ordertrace.crm.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param confirmTimeout how long the broker may take to confirm a message */
@Validated
@ConfigurationProperties("messaging")
record MessagingSettings(@NotNull Duration confirmTimeout) {}
