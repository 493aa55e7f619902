/**
 * Reads an order's events out of Jaeger's query API (gRPC, version 3).
 * Protobuf never leaves this package.
 */
@NullMarked
package io.ordertrace.portal.source.jaeger;

import org.jspecify.annotations.NullMarked;
