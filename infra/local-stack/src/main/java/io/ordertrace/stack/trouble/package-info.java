/**
 * The switchboard: every trouble that the portal must be able to tell apart, turned on and off at run time by faults as
 * real as they can be had. It works on a running stack from outside, and the services know nothing of most of it.
 */
@NullMarked
package io.ordertrace.stack.trouble;

import org.jspecify.annotations.NullMarked;
