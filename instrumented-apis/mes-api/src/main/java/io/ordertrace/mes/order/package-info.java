/** An order as MES knows it: its status, who acted last, its model and price. Steps are taken in the other packages. */
@NullMarked
package io.ordertrace.mes.order;

import org.jspecify.annotations.NullMarked;
