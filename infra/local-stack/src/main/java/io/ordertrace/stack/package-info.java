/**
 * Starts every real server of the product without Docker, watches them and stops them.
 * {@code ./start} is a thin shell over {@link io.ordertrace.stack.LocalStack}; tests start single servers or the whole.
 */
@NullMarked
package io.ordertrace.stack;

import org.jspecify.annotations.NullMarked;
