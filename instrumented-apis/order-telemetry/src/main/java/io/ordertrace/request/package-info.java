/**
 * What every HTTP request to a service goes through on behalf of the trace.
 * Brought into a service by its auto-configuration.
 */
@NullMarked
package io.ordertrace.request;

import org.jspecify.annotations.NullMarked;
