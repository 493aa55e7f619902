/**
 * What every page shares: the layout, the languages, the error pages, and how to tell a page from a fragment or data.
 * It knows nothing of orders or roles; every other module may use it.
 */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {})
@NullMarked
package io.ordertrace.portal.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
