/**
 * Orders as the shop knows them: creating one, looking at one, and the table they lie in.
 * Everything else in the shop is about an order and builds on this package.
 */
@NullMarked
package io.ordertrace.shop.order;

import org.jspecify.annotations.NullMarked;
