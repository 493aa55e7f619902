package io.ordertrace.stack.trouble;

import io.ordertrace.stack.Component;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The troubles that only the services themselves can make, which they do in the profile {@code troubles}. */
final class ServiceTroubles {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Premises premises;

    /** What each service was asked for, which it forgets with its process. */
    private final Map<String, Set<String>> asked = new HashMap<>();

    ServiceTroubles(Premises premises) {
        this.premises = premises;
    }

    /** One of the service's own, by its name and what is to follow it in the address. */
    Fault inside(String service, String name, String query) {
        return new Fault() {
            @Override
            public void start() throws IOException, InterruptedException {
                askFor(service, name + query);
                asked.computeIfAbsent(service, unused -> new LinkedHashSet<>()).add(name + query);
            }

            @Override
            public void stop() throws IOException, InterruptedException {
                asked.computeIfAbsent(service, unused -> new LinkedHashSet<>()).remove(name + query);
                try {
                    call(service, request(service, name).DELETE());
                } catch (ConnectException gone) {
                    // A service that does not run has no troubles of its own, nor has it after its start.
                }
            }

            @Override
            public void abandon() {
                // The service forgets it with its process.
            }
        };
    }

    /** The process is killed, and started afresh in the end, with its own troubles if any are on. */
    Fault killed(String service) {
        Component component = premises.components().apply(service);
        return new Fault() {
            @Override
            public void start() {
                component.kill();
            }

            @Override
            public void stop() throws IOException, InterruptedException {
                component.start();
                for (String trouble : asked.getOrDefault(service, Set.of())) {
                    askFor(service, trouble);
                }
            }

            @Override
            public void abandon() {
                // The whole stack goes down.
            }
        };
    }

    private void askFor(String service, String trouble) throws IOException, InterruptedException {
        call(service, request(service, trouble).PUT(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String service, String path) {
        String base = Objects.requireNonNull(premises.services().get(service), service);
        return HttpRequest.newBuilder(URI.create(base + "/troubles/" + path))
                .timeout(LIMIT)
                .header("X-Troubles-Token", premises.token());
    }

    private void call(String service, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() == 404) {
            throw new UnsupportedOperationException(service + " runs without the profile \"troubles\"");
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(service + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
