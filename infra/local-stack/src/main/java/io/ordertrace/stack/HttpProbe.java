package io.ordertrace.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Asks a server over HTTP whether it is there. */
final class HttpProbe {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private HttpProbe() {}

    /** The status code of a GET; {@link UncheckedIOException} when nobody answers within two seconds. */
    static int status(String url) {
        return send(request(url));
    }

    /** The same with HTTP Basic authentication. */
    static int status(String url, Credential credential) {
        return send(request(url).header("Authorization", basic(credential)));
    }

    /** The status code of a POST of JSON, likewise. */
    static int postStatus(String url, String json) {
        return send(request(url)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The value of an {@code Authorization} header for HTTP Basic authentication. */
    static String basic(Credential credential) {
        byte[] pair = (credential.user() + ":" + credential.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(2));
    }

    private static int send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
