/**
 * Reads OTLP as programs leave it behind: JSON in one piece or in lines, protobuf, either of them gzipped, a file that is
 * still being written. Everything becomes the protobuf messages of OTLP, or an {@code UnusableInput}.
 */
@NullMarked
package io.ordertrace.contract.otlp;

import org.jspecify.annotations.NullMarked;
