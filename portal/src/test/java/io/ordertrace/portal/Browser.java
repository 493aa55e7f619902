package io.ordertrace.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser: keeps cookies, sends forms with their hidden fields, follows redirects only when told. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String portal;

    Browser(String portal) {
        this.portal = portal;
    }

    /** Opens a page as a person does. */
    public HttpResponse<String> open(String path) {
        return send(request(path, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    }

    /** Fetches as a script does that wants data. */
    public HttpResponse<String> fetch(String path) {
        return send(request(path, "Accept", "application/json", "Sec-Fetch-Dest", "empty"));
    }

    /** Asks for a fragment as htmx does. */
    public HttpResponse<String> swap(String path) {
        return send(request(path, "HX-Request", "true", "HX-Current-URL", portal + path, "Accept", "*/*"));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers));
    }

    /** Any method, without body and without CSRF token. */
    public HttpResponse<String> ask(String method, String path, String... headers) {
        return send(request(path, headers).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends the form as it stands on that page, so with its CSRF token. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields, String... headers) {
        Matcher token = CSRF.matcher(open(page).body());
        if (!token.find()) {
            throw new AssertionError(page + " holds no form");
        }
        List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token.group(1))));
        fields.forEach((name, value) -> pairs.add(name + "=" + encoded(value)));
        return send(request(action, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(pairs.stream().collect(Collectors.joining("&")))));
    }

    /** Goes where an answer points to, until one does not; at most ten times. */
    public HttpResponse<String> follow(HttpResponse<String> answer) {
        HttpResponse<String> last = answer;
        for (int hops = 0; last.statusCode() / 100 == 3; hops++) {
            if (hops == 10) {
                throw new AssertionError("redirected in a circle: " + last.uri());
            }
            URI next = last.uri().resolve(location(last));
            last = send(HttpRequest.newBuilder(next).header("Accept", "text/html"));
        }
        return last;
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(portal + path)).timeout(Duration.ofSeconds(30));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
