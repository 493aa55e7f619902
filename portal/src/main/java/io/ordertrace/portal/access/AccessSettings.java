package io.ordertrace.portal.access;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Access to the portal.
 *
 * @param firstAdministrator user name of the administrator made when there is none; empty to make none
 * @param zone time zone in which end dates are entered and times shown
 */
@Validated
@ConfigurationProperties("portal.access")
record AccessSettings(
        @DefaultValue("") String firstAdministrator,
        @DefaultValue("Europe/Moscow") ZoneId zone) {}
