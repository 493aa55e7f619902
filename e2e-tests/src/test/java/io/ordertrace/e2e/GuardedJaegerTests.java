package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever goes round the portal is refused by Jaeger and by the Collector themselves. */
@WithRunningStack
class GuardedJaegerTests {

    private final RunningStack stack;

    GuardedJaegerTests(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/services", "/api/v3/services", "/trace/4bf92f3577b34da6a3ce929d0e0e4736"})
    void jaegersHttpPortRefusesWithoutTheCredentialAndServesWithIt(String path) throws Exception {
        URI address = URI.create(stack.jaegerHttp() + path);
        assertThat(status(HttpRequest.newBuilder(address))).isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(address).header("Authorization", "Basic YW5uYTphbm5h")))
                .isEqualTo(401);
        assertThat(status(HttpRequest.newBuilder(address).header("Authorization", stack.jaegerCredential())))
                .isNotEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer wrong"})
    void theCollectorRefusesSpansWithoutItsToken(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(stack.otlpHttp() + "/v1/traces"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"resourceSpans\":[]}"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        assertThat(status(request)).isEqualTo(401);
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }
}
