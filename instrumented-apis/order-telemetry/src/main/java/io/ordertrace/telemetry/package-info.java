/**
 * The telemetry contract of {@code docs/telemetry.md} as code: which attributes an order's spans carry and when.
 * Everything here needs only {@code opentelemetry-api}; without an SDK or agent it does nothing and costs nothing.
 */
@NullMarked
package io.ordertrace.telemetry;

import org.jspecify.annotations.NullMarked;
