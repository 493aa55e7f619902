/** What a model costs. Measures the solid inside an STL file and turns its volume and size into a price. */
@NullMarked
package io.ordertrace.mes.pricing;

import org.jspecify.annotations.NullMarked;
