package io.ordertrace.page;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which page is served.
 *
 * @param folder under {@code pages/} in the classpath: {@code shop}, {@code crm} or {@code mes}
 * @param name what the page is called where services are named, e.g. {@code shop-page}
 */
@Validated
@ConfigurationProperties("page")
public record PageSettings(
        @NotNull @Pattern(regexp = "[a-z]+") String folder,
        @NotNull @Pattern(regexp = "[a-z]+-page") String name) {}
