/**
 * Where the events of an order come from: one interface, and a nested package for each source.
 * A source answers in the words of {@code order}; how it came by the answer stays inside.
 */
@NullMarked
@ApplicationModule(displayName = "Source", allowedDependencies = "order")
package io.ordertrace.portal.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
