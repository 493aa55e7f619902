/**
 * Step one of a question: what was typed leads to an order.
 * An order id opens its page; anything else is explained beside the field.
 */
@NullMarked
@ApplicationModule(displayName = "Search", allowedDependencies = "order")
package io.ordertrace.portal.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
