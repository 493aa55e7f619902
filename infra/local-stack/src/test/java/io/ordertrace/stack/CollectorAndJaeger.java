package io.ordertrace.stack;

import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real Collector before a real Jaeger, each to be stopped and started again on the same folder. */
final class CollectorAndJaeger implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Credential query = Credential.fresh("portal");
    private final Credential write = Credential.fresh("collector");
    private final String token = Credential.fresh("services").password();
    private final String browserToken = Credential.fresh("browsers").password();
    private final Ports ports = Ports.free();
    private final Path data;
    private final Optional<Path> tap;
    private JaegerServer jaeger;
    private CollectorServer collector;

    CollectorAndJaeger(Path data) {
        this(data, Optional.empty());
    }

    CollectorAndJaeger(Path data, Optional<Path> tap) {
        this.data = data;
        this.tap = tap;
        jaeger = newJaeger();
        collector = newCollector();
    }

    Credential jaegerWrite() {
        return write;
    }

    CollectorServer collector() {
        return collector;
    }

    JaegerServer jaeger() {
        return jaeger;
    }

    void startCollector() {
        collector = newCollector();
    }

    void startJaeger() {
        jaeger = newJaeger();
    }

    /** Sends as a service would. */
    void send(ExportTraceServiceRequest request) {
        sendWith(request, "Bearer " + token);
    }

    void sendWith(ExportTraceServiceRequest request, @Nullable String authorization) {
        Grpc.exportWith("127.0.0.1:" + ports.collector().otlpGrpc(), request, authorization);
    }

    /** Hands spans on as the service that serves that page would; returns the status. */
    int sendFromBrowser(@Nullable String page, ExportTraceServiceRequest request) {
        return postToBrowserPort(page, "Bearer " + browserToken, request);
    }

    /** The same with the token of services, which is not meant for it. */
    int sendFromBrowserWithTheTokenOfServices(ExportTraceServiceRequest request) {
        return postToBrowserPort("shop-page", "Bearer " + token, request);
    }

    private int postToBrowserPort(@Nullable String page, String authorization, ExportTraceServiceRequest request) {
        HttpRequest.Builder post = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ports.collector().browserHttp() + "/v1/traces"))
                .header("Content-Type", "application/x-protobuf")
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.toByteArray()));
        if (page != null) {
            post.header("X-Page", page);
        }
        try {
            return browser.send(post.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The span's trace as Jaeger's own JSON, as soon as it is there. */
    String read(Span span) {
        return await().atMost(PATIENCE)
                .until(() -> find(span), Optional::isPresent)
                .orElseThrow();
    }

    Optional<String> find(Span span) {
        return JaegerTraces.json(jaeger, query, span);
    }

    private JaegerServer newJaeger() {
        return JaegerServer.start(data.resolve("jaeger"), ports.jaeger(), query, write);
    }

    private CollectorServer newCollector() {
        String address = "127.0.0.1:" + ports.jaeger().otlpGrpc();
        var settings = new CollectorSettings(ports.collector(), token, browserToken, address, write, tap);
        return CollectorServer.start(data.resolve("collector"), settings, System.out);
    }

    @Override
    public void close() {
        browser.shutdownNow();
        collector.close();
        jaeger.close();
    }
}
