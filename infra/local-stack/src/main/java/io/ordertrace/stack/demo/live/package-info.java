/**
 * Goes on with life after the start: orders of the plan, step by step, through the real services, at the chosen speed,
 * with a short trouble now and then. One call that fails is one order that stops; nothing else minds.
 */
@NullMarked
package io.ordertrace.stack.demo.live;

import org.jspecify.annotations.NullMarked;
