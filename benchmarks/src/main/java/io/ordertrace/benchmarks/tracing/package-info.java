/**
 * What tracing costs the services: Shop API and MES API under load, with and without the agent, in one run.
 * Everything they talk to is real; only behind the Collector, spans are counted instead of stored.
 */
@NullMarked
package io.ordertrace.benchmarks.tracing;

import org.jspecify.annotations.NullMarked;
