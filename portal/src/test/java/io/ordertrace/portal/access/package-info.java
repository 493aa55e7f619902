/** Tests of the module of the same name. */
@NullMarked
package io.ordertrace.portal.access;

import org.jspecify.annotations.NullMarked;
