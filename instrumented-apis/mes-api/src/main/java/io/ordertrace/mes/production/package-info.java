/** What the operators do with an order: they take it, complete it or take it back for rework, pack it and ship it. */
@NullMarked
package io.ordertrace.mes.production;

import org.jspecify.annotations.NullMarked;
