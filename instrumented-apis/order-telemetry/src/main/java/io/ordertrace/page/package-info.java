/**
 * A browser page, served by the API that it calls: one origin, so that nothing has to be allowed across origins.
 * The page is a single HTML file with scripts and styles beside it; what it shows is decided in the browser.
 */
@NullMarked
package io.ordertrace.page;

import org.jspecify.annotations.NullMarked;
