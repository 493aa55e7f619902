/**
 * The words every other module shares: ids, statuses, events and the declared process of an order.
 * It depends on no other module.
 */
@NullMarked
@ApplicationModule(
        displayName = "Order",
        allowedDependencies = {})
package io.ordertrace.portal.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
