/** The door for the programs of B2B customers: an API key, a model file, an order. */
@NullMarked
package io.ordertrace.mes.b2b;

import org.jspecify.annotations.NullMarked;
