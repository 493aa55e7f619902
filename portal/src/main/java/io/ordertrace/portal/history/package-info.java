/**
 * Step two of a question: from an order id to its history with a verdict, as a page and as JSON.
 * Asks the sources, merges what they know and says what may be missing.
 */
@NullMarked
@ApplicationModule(
        displayName = "History",
        allowedDependencies = {"order", "source", "web"})
package io.ordertrace.portal.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
