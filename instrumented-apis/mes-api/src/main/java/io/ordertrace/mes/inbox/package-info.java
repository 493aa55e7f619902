/** What the other services tell MES. Each message is understood here and handed to the package that acts on it. */
@NullMarked
package io.ordertrace.mes.inbox;

import org.jspecify.annotations.NullMarked;
