package io.ordertrace.troubles;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param token what has to be shown to switch troubles on and off; there is no default */
@Validated
@ConfigurationProperties("troubles")
record TroublesSettings(@NotNull @Size(min = 16) String token) {}
