/** The web application; each package below is a module. */
@NullMarked
package io.ordertrace.portal;

import org.jspecify.annotations.NullMarked;
