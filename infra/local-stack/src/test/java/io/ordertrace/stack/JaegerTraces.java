package io.ordertrace.stack;

import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Reads traces back from a real Jaeger. */
final class JaegerTraces {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private JaegerTraces() {}

    /** The span's trace as Jaeger's own JSON; empty while Jaeger does not know it. */
    static Optional<String> json(JaegerServer jaeger, Credential credential, Span span) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(jaeger.httpUrl() + "/api/traces/" + Spans.traceId(span)))
                .header("Authorization", HttpProbe.basic(credential))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 404 ? Optional.empty() : Optional.of(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
