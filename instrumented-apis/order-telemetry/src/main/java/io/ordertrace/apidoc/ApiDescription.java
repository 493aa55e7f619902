package io.ordertrace.apidoc;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the API is called and what it is for.
 *
 * @param version of the API, not of the program
 */
@Validated
@ConfigurationProperties("api")
record ApiDescription(
        @NotBlank String title,
        @NotBlank String description,
        @NotBlank String version) {}
