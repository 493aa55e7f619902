package io.ordertrace.benchmarks.tracing;

import java.net.http.HttpClient;
import java.time.Duration;

/** What is asked of a service. */
interface Load {

    /** The service as its module is called. */
    String service();

    /** Its schema; also the name of the database, before that of the variant. */
    String schema();

    int requestsPerOrder();

    /** Takes that many orders through the service and waits until it has nothing left to do. */
    Work run(Subject subject, HttpClient http, Pace pace, int orders);

    /**
     * @param elapsed while requests were sent
     */
    record Work(org.HdrHistogram.Histogram micros, Duration elapsed) {}
}
