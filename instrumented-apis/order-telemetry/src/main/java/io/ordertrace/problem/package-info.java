/**
 * What a caller is told when something that a service needs does not do its part.
 * What exactly failed is said in the log and in the trace only.
 */
@NullMarked
package io.ordertrace.problem;

import org.jspecify.annotations.NullMarked;
