/**
 * Hearing of the other services' changes: reading a message, trying again, and giving up in a way that can be seen.
 * Brought into a service by its auto-configuration; what a message means is the service's own affair.
 */
@NullMarked
package io.ordertrace.inbox;

import org.jspecify.annotations.NullMarked;
