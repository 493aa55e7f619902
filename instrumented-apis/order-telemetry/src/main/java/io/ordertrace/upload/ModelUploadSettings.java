package io.ordertrace.upload;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How many models a service takes at once.
 *
 * @param memory for all models that are being received and stored; at least {@link ModelUpload#MOST_MEMORY}
 * @param retryAfter when to come again, as told to a caller for whose model there is no room
 */
@Validated
@ConfigurationProperties("uploads")
record ModelUploadSettings(
        @NotNull DataSize memory,
        @NotNull @DefaultValue("5s") Duration retryAfter) {}
