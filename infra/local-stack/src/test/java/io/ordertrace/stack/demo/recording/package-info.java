/** The demo's recording, tested without the services. */
@NullMarked
package io.ordertrace.stack.demo.recording;

import org.jspecify.annotations.NullMarked;
