/** The demo's history, tested without the services. */
@NullMarked
package io.ordertrace.stack.demo.history;

import org.jspecify.annotations.NullMarked;
