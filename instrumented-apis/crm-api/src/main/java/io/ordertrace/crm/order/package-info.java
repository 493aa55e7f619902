/**
 * Orders as the sellers see them: the list, a single one, and the table they lie in.
 * Everything else in the CRM is about an order and builds on this package.
 */
@NullMarked
package io.ordertrace.crm.order;

import org.jspecify.annotations.NullMarked;
