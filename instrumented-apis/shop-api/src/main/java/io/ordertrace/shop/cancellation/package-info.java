/**
 * Cancelling an order: the customer changes their mind before a seller approves.
 * What happens when both act at the same moment is decided in io.ordertrace.message.OrderMessage.
 */
@NullMarked
package io.ordertrace.shop.cancellation;

import org.jspecify.annotations.NullMarked;
