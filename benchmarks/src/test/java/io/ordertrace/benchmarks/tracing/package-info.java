/** Shows that the benchmark measures what it says; what it measures stands in BENCHMARKS.md. */
@NullMarked
package io.ordertrace.benchmarks.tracing;

import org.jspecify.annotations.NullMarked;
