/**
 * The registry of the telemetry contract as values: which attributes and spans there are and what holds for each. It is
 * read from the YAML files in {@code order-telemetry/registry}, which are in OpenTelemetry Weaver's format.
 */
@NullMarked
package io.ordertrace.registry;

import org.jspecify.annotations.NullMarked;
