/**
 * Troubles at will inside a service, for the local stack and the tests: an error, slowness, a page that fails, messages
 * that stay behind. All of it exists only in the profile "troubles"; without it there is no path and no bean.
 */
@NullMarked
package io.ordertrace.troubles;

import org.jspecify.annotations.NullMarked;
