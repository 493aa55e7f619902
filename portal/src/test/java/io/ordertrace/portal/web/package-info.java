/** Tests of the module of the same name. */
@NullMarked
package io.ordertrace.portal.web;

import org.jspecify.annotations.NullMarked;
