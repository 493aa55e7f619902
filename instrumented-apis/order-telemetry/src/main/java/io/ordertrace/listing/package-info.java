/**
 * Lists of orders, a page at a time, in the same form in every service.
 * A page continues after the last order that was seen, so it costs the same however far down it is.
 */
@NullMarked
package io.ordertrace.listing;

import org.jspecify.annotations.NullMarked;
