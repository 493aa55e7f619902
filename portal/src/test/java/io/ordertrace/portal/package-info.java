/** The portal started for tests, with a real database, and the peers that tests control. */
@NullMarked
package io.ordertrace.portal;

import org.jspecify.annotations.NullMarked;
