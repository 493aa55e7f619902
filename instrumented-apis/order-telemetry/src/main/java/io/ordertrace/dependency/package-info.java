/**
 * The systems that a service depends on: what they are called in traces, and what their clients' exceptions mean.
 * Brought into a service by its auto-configuration, which also makes the service's telemetry.
 */
@NullMarked
package io.ordertrace.dependency;

import org.jspecify.annotations.NullMarked;
