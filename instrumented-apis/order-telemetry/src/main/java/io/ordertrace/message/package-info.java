/**
 * The message contract between the services: the body of a message and the queues it travels through.
 * It names no client library, so each service brings its own.
 */
@NullMarked
package io.ordertrace.message;

import org.jspecify.annotations.NullMarked;
