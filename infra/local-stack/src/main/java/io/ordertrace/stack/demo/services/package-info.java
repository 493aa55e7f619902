/**
 * The three services' HTTP APIs as the demo's people use them. A step of the plan becomes the call that a customer, a
 * seller, an operator or a partner's program would make.
 */
@NullMarked
package io.ordertrace.stack.demo.services;

import org.jspecify.annotations.NullMarked;
