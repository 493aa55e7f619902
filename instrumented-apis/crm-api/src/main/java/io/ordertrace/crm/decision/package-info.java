/**
 * A seller decides: approve, reject, cancel or close.
 * Nothing else in the CRM changes the status of an order.
 */
@NullMarked
package io.ordertrace.crm.decision;

import org.jspecify.annotations.NullMarked;
