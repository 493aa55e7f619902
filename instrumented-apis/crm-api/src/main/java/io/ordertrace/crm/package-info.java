/**
 * CRM API: where sellers look at priced orders and decide what becomes of them.
 * It owns the statuses MANUFACTURING_APPROVED, REJECTED and CLOSED and keeps a copy of the others.
 */
@NullMarked
package io.ordertrace.crm;

import org.jspecify.annotations.NullMarked;
