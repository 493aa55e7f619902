/**
 * A week of real life, drawn from a seed: who orders what, when each step is done and what goes wrong. Nothing here
 * looks at a clock or talks to anybody, so that the same seed and the same end of the week make the same plan.
 */
@NullMarked
package io.ordertrace.stack.demo.plan;

import org.jspecify.annotations.NullMarked;
