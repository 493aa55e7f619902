/** The manufacturing execution system: prices 3D models and follows each order through production. */
@NullMarked
package io.ordertrace.mes;

import org.jspecify.annotations.NullMarked;
