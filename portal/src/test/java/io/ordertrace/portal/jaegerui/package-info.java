/** Tests of the module of the same name. */
@NullMarked
package io.ordertrace.portal.jaegerui;

import org.jspecify.annotations.NullMarked;
