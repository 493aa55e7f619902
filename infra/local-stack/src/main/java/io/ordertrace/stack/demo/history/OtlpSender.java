package io.ordertrace.stack.demo.history;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** Sends spans to the Collector over OTLP/HTTP, again and again while it says that it has too much to do. */
final class OtlpSender implements AutoCloseable {

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
    private static final int OK = 200;
    private static final int MOST_ATTEMPTS = 30;
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI traces;
    private final String token;

    /** @param base address of the OTLP/HTTP receiver */
    OtlpSender(String base, String token) {
        traces = URI.create(base + "/v1/traces");
        this.token = token;
    }

    /**
     * Returns once the Collector has taken all of it.
     *
     * @throws IllegalStateException if it refuses, takes a part only, or is too busy for minutes
     * @throws IOException if it cannot be reached
     */
    void send(ExportTraceServiceRequest spans) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(traces)
                .timeout(REQUEST_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-protobuf")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(spans.toByteArray())))
                .build();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == OK) {
                return;
            }
            if (!LATER.contains(answer.statusCode()) || attempt == MOST_ATTEMPTS) {
                throw new IllegalStateException("the Collector answers " + answer.statusCode() + " to demo spans");
            }
            TimeUnit.SECONDS.sleep(wait(answer));
        }
    }

    private static long wait(HttpResponse<?> answer) {
        return Math.clamp(answer.headers().firstValueAsLong("Retry-After").orElse(1), 1, LONGEST_WAIT_SECONDS);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return zipped.toByteArray();
    }

    @Override
    public void close() {
        http.close();
    }
}
