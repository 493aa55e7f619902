/** Troubles made on real servers, without the services that would suffer from them. The suffering is tested end to end. */
@NullMarked
package io.ordertrace.stack.trouble;

import org.jspecify.annotations.NullMarked;
