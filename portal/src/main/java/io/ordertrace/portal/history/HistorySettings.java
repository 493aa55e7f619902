package io.ordertrace.portal.history;

import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a history is asked for and shown.
 *
 * @param deadline time for all sources together; a person is waiting
 * @param zone time zone of the times on the page
 */
@Validated
@ConfigurationProperties("portal.history")
record HistorySettings(
        @DurationMin(millis = 1) @DurationMax(seconds = 3) @DefaultValue("2500ms")
        Duration deadline,

        @DefaultValue("Europe/Moscow") ZoneId zone) {}
