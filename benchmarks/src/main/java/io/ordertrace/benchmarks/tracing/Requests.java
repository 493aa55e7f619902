package io.ordertrace.benchmarks.tracing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.json.JsonMapper;

/** Requests to one service, and how long each took. An answer that is no success ends the benchmark. */
final class Requests {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int DIGITS = 3;

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http;
    private final String service;
    private final Histogram micros = new ConcurrentHistogram(DIGITS);

    Requests(HttpClient http, String service) {
        this.http = http;
        this.service = service;
    }

    /** How long requests took, in microseconds. */
    Histogram micros() {
        return micros;
    }

    /** @return the order id of the answer; empty if it has none */
    String send(String method, String path, BodyPublisher body, long dueNanos, String... headers) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + path))
                .timeout(LIMIT)
                .method(method, body)
                .headers(headers)
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            micros.recordValue(Math.max(0, (System.nanoTime() - dueNanos) / 1000));
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return json.readTree(answer.body()).path("orderId").asString("");
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    String send(String method, String path, byte[] body, long dueNanos, String... headers) {
        return send(method, path, BodyPublishers.ofByteArray(body), dueNanos, headers);
    }
}
