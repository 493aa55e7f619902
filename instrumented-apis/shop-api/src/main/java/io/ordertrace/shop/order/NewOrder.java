package io.ordertrace.shop.order;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What a customer asks for: {@code {"item":"ring","quantity":1}}. */
@Schema(example = "{\"item\":\"ring\",\"quantity\":1}")
record NewOrder(
        @NotNull @Pattern(regexp = "[a-z][a-z-]{0,31}") String item,
        @Min(1) @Max(1000) int quantity) {}
