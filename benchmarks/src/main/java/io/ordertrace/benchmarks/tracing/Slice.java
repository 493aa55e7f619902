package io.ordertrace.benchmarks.tracing;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What one piece of load took.
 *
 * @param micros latencies of all requests
 * @param elapsed while requests were sent
 * @param cpu of the service, until it had nothing more to do
 * @param collectorCpu of the Collector in the same time
 */
record Slice(Histogram micros, Duration elapsed, Duration cpu, Duration collectorCpu) {

    double perSecond() {
        return micros.getTotalCount() / (elapsed.toNanos() / 1e9);
    }

    double cpuMillisPerRequest() {
        return cpu.toNanos() / 1e6 / micros.getTotalCount();
    }

    double collectorCpuMillisPerRequest() {
        return collectorCpu.toNanos() / 1e6 / micros.getTotalCount();
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}
