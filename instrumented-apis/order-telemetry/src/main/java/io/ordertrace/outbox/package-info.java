/**
 * Telling the other services of a change: the message is stored in the transaction of the change and sent after it, for
 * as long as it takes. Brought into a service by its auto-configuration; the service owns the table.
 */
@NullMarked
package io.ordertrace.outbox;

import org.jspecify.annotations.NullMarked;
