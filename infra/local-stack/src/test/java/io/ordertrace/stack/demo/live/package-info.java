/** The demo's live, tested without the services. */
@NullMarked
package io.ordertrace.stack.demo.live;

import org.jspecify.annotations.NullMarked;
