/**
 * The week before the start, told to the Collector span by span by a generator that says so. Nothing of it happened in
 * the services: they know none of these orders.
 */
@NullMarked
package io.ordertrace.stack.demo.history;

import org.jspecify.annotations.NullMarked;
