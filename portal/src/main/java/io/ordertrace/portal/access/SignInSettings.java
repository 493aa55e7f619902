package io.ordertrace.portal.access;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The company's identity provider, any that speaks OpenID Connect.
 *
 * @param issuer its issuer identifier, exactly as it names itself; its metadata is looked for beneath
 * @param clientId the portal's client there
 * @param clientSecret the client's secret
 * @param userClaim the claim of the ID token that names the person
 * @param timeout for connecting to it and again for its answer
 */
@Validated
@ConfigurationProperties("portal.sign-in")
record SignInSettings(
        URI issuer,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @NotBlank @DefaultValue("preferred_username") String userClaim,

        @DurationMin(millis = 100) @DurationMax(seconds = 30) @DefaultValue("5s")
        Duration timeout) {

    /** Scheme, host and port, as a Content-Security-Policy names them. */
    String origin() {
        return issuer.getScheme() + "://" + issuer.getRawAuthority();
    }
}
