/**
 * Tests of the launcher against real processes.
 * Nothing here is simulated except the misbehaving programs, which are small shell scripts.
 */
@NullMarked
package io.ordertrace.stack;

import org.jspecify.annotations.NullMarked;
