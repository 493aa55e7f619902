package io.ordertrace.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.portal.Browser;
import io.ordertrace.portal.RunningPortal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** What every page has around its content, and what every answer has in its headers. */
class PageFrameTests extends RunningPortal {

    private static final Pattern ADDRESSES = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @LocalManagementPort
    private int managementPort;

    @Test
    void guardsEveryPageWithAStrictPolicy() {
        HttpResponse<String> page = signedIn("vera").open("/access");

        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(page.headers().map())
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("same-origin"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("cross-origin-opener-policy", List.of("same-origin"));
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().allValues("Vary").toString()).containsIgnoringCase("HX-Request");
    }

    @Test
    void holdsNothingThatThePolicyWouldBlock() {
        for (HttpResponse<String> page :
                List.of(signedIn("vera").open("/access"), signedIn("gleb").open("/"))) {
            assertThat(page.body())
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContain("<style")
                    .doesNotContainPattern("\\s(style|on[a-z]+)=\"")
                    .contains("\"allowEval\":false", "\"includeIndicatorStyles\":false");
        }
    }

    @Test
    void loadsStylesAndScriptsFromItselfAndLetsBrowsersKeepThem() {
        List<String> assets = ADDRESSES
                .matcher(signedIn("vera").open("/access").body())
                .results()
                .map(found -> found.group(1))
                .filter(address -> address.matches(".*\\.(css|js|svg)$"))
                .toList();

        assertThat(assets).hasSizeGreaterThanOrEqualTo(5).allMatch(address -> address.startsWith("/"));
        for (String asset : assets) {
            HttpResponse<String> answer = stranger().get(asset);
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).as(asset).hasValue("max-age=604800, public");
            assertThat(answer.headers().map()).as(asset).doesNotContainKey("set-cookie");
            assertThat(answer.headers().firstValue("X-Content-Type-Options"))
                    .as(asset)
                    .hasValue("nosniff");
        }
    }

    @Test
    void speaksTheLanguageOfTheBrowserUntilOneIsChosen() {
        Browser gleb = signedIn("gleb");

        assertThat(gleb.get("/", "Accept", "text/html").body()).contains("<html lang=\"ru\">", "Нет доступа");
        assertThat(gleb.get("/", "Accept", "text/html", "Accept-Language", "en-GB,en;q=0.9")
                        .body())
                .contains("<html lang=\"en\">", "No access");
        assertThat(gleb.get("/", "Accept", "text/html", "Accept-Language", "de").body())
                .contains("Нет доступа");
        assertThat(gleb.get("/", "Accept", "text/html", "Accept-Language", ";;;q=x")
                        .body())
                .contains("Нет доступа");

        HttpResponse<String> chosen = gleb.open("/?lang=en");
        assertThat(chosen.body()).contains("No access");
        assertThat(chosen.headers().allValues("Set-Cookie").toString()).contains("lang=en", "HttpOnly", "SameSite=Lax");
        assertThat(gleb.open("/").body()).contains("No access");
        assertThat(gleb.open("/?lang=%3Cscript%3E").body()).contains("No access");
    }

    @Test
    void offersTheSamePageInTheOtherLanguage() {
        assertThat(signedIn("vera").open("/access?x=%22%3E%3Cscript%3E&y=1").body())
                .contains("href=\"/access?x=%22%3E%3Cscript%3E&amp;y=1&amp;lang=en\"")
                .doesNotContain("\"><script>");
    }

    @Test
    void showsOnlySectionsThatMayBeOpened() {
        grant("anna", "TRACING_SUPPORT");

        assertThat(signedIn("anna").open("/").body())
                .contains("href=\"/jaeger/\"")
                .doesNotContain("href=\"/access\"");
        assertThat(signedIn("vera").open("/access").body())
                .contains("href=\"/access\"")
                .doesNotContain("href=\"/jaeger/\"", "role=\"search\"");
        assertThat(signedIn("gleb").open("/").body()).doesNotContain("href=\"/jaeger/\"", "href=\"/access\"");
    }

    @Test
    void tellsWhatIsWrongWithoutShowingWhatBrokeInside() {
        grant("anna", "TRACING_SUPPORT");
        Browser anna = signedIn("anna");

        HttpResponse<String> missing = anna.open("/orders/ORD-1/nothing/here");
        HttpResponse<String> method = anna.ask("OPTIONS", "/traces/x", "Accept", "text/html");
        HttpResponse<String> refused = anna.open("/orders/%2e%2e;x=y");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("Страница не найдена", ">anna<");
        assertThat(method.statusCode()).isBetween(400, 405);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("Запрос не понят");
        for (HttpResponse<String> page : List.of(missing, method, refused)) {
            assertThat(page.body()).doesNotContain("Exception", "org.springframework", "\tat ", "Tomcat");
        }
    }

    @Test
    void answersAnAbsurdlyLongAddressWithAPageOfItsOwn() {
        grant("anna", "TRACING_SUPPORT");

        HttpResponse<String> page = signedIn("anna").open("/orders/" + "x".repeat(10_000));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("<html lang=\"ru\">", "data-testid=\"person\"")
                .doesNotContain("Exception", "Tomcat");
    }

    @Test
    void servesHealthOnTheManagementPortOnly() throws Exception {
        assertThat(managed("/actuator/health/readiness")).isEqualTo(200);
        assertThat(managed("/actuator/health/liveness")).isEqualTo(200);
        assertThat(managed("/actuator/env")).isNotEqualTo(200);
        assertThat(managed("/access")).isNotEqualTo(200);

        assertThat(stranger().fetch("/actuator/health").statusCode()).isEqualTo(401);
        assertThat(signedIn("vera").open("/actuator/health/readiness").statusCode())
                .isEqualTo(403);
    }

    private int managed(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }
}
