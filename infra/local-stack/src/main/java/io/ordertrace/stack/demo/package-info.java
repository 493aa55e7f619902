/**
 * Sends orders through the services as customers, sellers, operators and a B2B client would, over their real HTTP APIs.
 * One of each sort that a support person meets: finished, in progress, failed, lost.
 */
@NullMarked
package io.ordertrace.stack.demo;

import org.jspecify.annotations.NullMarked;
