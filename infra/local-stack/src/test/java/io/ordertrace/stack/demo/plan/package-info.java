/** The demo's plan, tested without any server. */
@NullMarked
package io.ordertrace.stack.demo.plan;

import org.jspecify.annotations.NullMarked;
