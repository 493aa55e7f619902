package io.ordertrace.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.portal.Browser;
import io.ordertrace.portal.RunningPortal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address × every role, as a browser, as htmx and as a script. */
class AccessRulesTests extends RunningPortal {

    private static final String ORDER = "/orders/ORD-0000001";
    private static final String ORDER_DATA = "/api/v1/orders/ORD-0000001";
    private static final List<String> ORDERS = List.of("/", "/orders?q=ORD-0000001", ORDER);
    private static final List<String> JAEGER = List.of("/jaeger/", "/jaeger/trace/0af7651916cd43dd8448eb211c80319c");
    private static final List<String> UNLISTED =
            List.of("/error", "/actuator/health", "/actuator", "/nothing-here", "/logout", "/login", "/api/v1/secrets");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @Test
    void sendsEveryPageWithoutSessionToSignIn() {
        for (String path : everyPage()) {
            HttpResponse<String> answer = stranger().open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(Browser.location(answer)).as(path).isEqualTo("/oauth2/authorization/keycloak");
        }
    }

    @Test
    void answersScriptsWithoutSessionWithProblemDetailsInsteadOfARedirect() {
        for (String path : everyAddress()) {
            assertProblem(stranger().fetch(path), 401, path);
        }
        assertProblem(stranger().get(ORDER_DATA), 401, ORDER_DATA);
        assertProblem(stranger().get("/jaeger/api/services"), 401, "/jaeger/api/services");
        assertProblem(stranger().get(ORDER, "X-Requested-With", "XMLHttpRequest"), 401, ORDER);
        assertProblem(stranger().get(ORDER, "Accept", "application/json"), 401, ORDER);
    }

    @Test
    void tellsHtmxWithoutSessionToLoadTheWholePage() {
        for (String path : everyPage()) {
            HttpResponse<String> answer = stranger().swap(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("HX-Refresh")).as(path).hasValue("true");
            assertThat(answer.body()).as(path).doesNotContain("<html");
        }
    }

    @Test
    void showsNoAccessEverywhereToAPersonWithoutRole() {
        Browser gleb = signedIn("gleb");
        for (String path : everyPage()) {
            HttpResponse<String> answer = gleb.open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body())
                    .as(path)
                    .contains("<h1>Нет доступа</h1>", "gleb")
                    .doesNotContain("Exception", "\tat ");
        }
        for (String path : everyAddress()) {
            assertProblem(gleb.fetch(path), 403, path);
        }
        for (String path : everyPage()) {
            HttpResponse<String> answer = gleb.swap(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().firstValue("HX-Refresh")).as(path).hasValue("true");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACING_SUPPORT", "DEVELOPER"})
    void letsSupportAndDevelopersSeeOrdersAndJaegerOnly(String role) {
        grant("anna", role);
        Browser anna = signedIn("anna");

        for (String path : List.of("/", "/jaeger/", ORDER, ORDER_DATA, "/jaeger/api/services")) {
            // Jaeger is away in this test: what matters is that nobody says 401 or 403.
            assertThat(anna.open(path).statusCode()).as(path).isIn(200, 503);
        }
        assertRefused(anna, List.of("/access"));
        assertRefused(anna, UNLISTED);
    }

    @Test
    void letsAdministratorsManageAccessButSeeNoOrders() {
        Browser vera = signedIn("vera");

        assertThat(vera.open("/access").statusCode()).isEqualTo(200);
        HttpResponse<String> start = vera.open("/");
        assertThat(start.statusCode()).isEqualTo(302);
        assertThat(Browser.location(start)).isEqualTo("/access");
        assertThat(vera.fetch("/").statusCode()).isEqualTo(403);
        assertRefused(vera, ORDERS.subList(1, ORDERS.size()));
        assertRefused(vera, JAEGER);
        assertRefused(vera, UNLISTED);
    }

    @Test
    void refusesTheVeryNextRequestAfterARoleWasTakenAway() {
        grant("anna", "TRACING_SUPPORT");
        Browser anna = signedIn("anna");
        assertThat(anna.open("/").statusCode()).isEqualTo(200);

        revokeAll("anna");

        assertThat(anna.open("/").statusCode()).isEqualTo(403);
        assertProblem(anna.fetch(ORDER_DATA), 403, ORDER_DATA);
        assertThat(anna.open("/jaeger/").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesARoleThatHasExpired() {
        grant("anna", "DEVELOPER");
        Browser anna = signedIn("anna");
        database.sql("""
                update role_grant set granted_at = now() - interval '2 days', expires_at = now() - interval '1 second'
                where user_name = 'anna'""").update();

        assertThat(anna.open("/").statusCode()).isEqualTo(403);
    }

    @Test
    void knowsAPersonHoweverTheProviderWritesTheName() {
        grant("йвана", "TRACING_SUPPORT");

        assertThat(signedIn("\u0418\u0306ВАНА").open("/").statusCode()).isEqualTo(200);
    }

    @Test
    void serves503WhileTheRolesCannotBeRead() {
        grant("anna", "TRACING_SUPPORT");
        Browser anna = signedIn("anna");
        database.sql("alter table role_grant rename to role_grant_away").update();
        try {
            assertThat(anna.open("/").statusCode()).isEqualTo(503);
            assertThat(anna.open("/").body())
                    .contains("База данных портала недоступна")
                    .doesNotContain("role_grant");
            assertProblem(anna.fetch(ORDER_DATA), 503, ORDER_DATA);
        } finally {
            database.sql("alter table role_grant_away rename to role_grant").update();
        }
        assertThat(anna.open("/").statusCode()).isEqualTo(200);
    }

    private static void assertRefused(Browser browser, List<String> paths) {
        for (String path : paths) {
            assertThat(browser.open(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String path) {
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .as(path)
                .startsWith("application/problem+json");
        assertThat(answer.body()).as(path).contains("\"status\":" + status, "\"title\":", "\"detail\":");
    }

    /** What the tests know, and whatever any controller of the portal serves: a new route cannot be forgotten. */
    private Set<String> everyAddress() {
        Set<String> paths = new TreeSet<>();
        Stream.of(ORDERS, JAEGER, UNLISTED, List.of(ORDER_DATA, "/access", "/jaeger/api/services"))
                .forEach(paths::addAll);
        handlers.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{[^}]*}", "1").replace("**", "x"))
                .forEach(paths::add);
        return paths;
    }

    private List<String> everyPage() {
        return everyAddress().stream()
                .filter(path -> !path.startsWith("/api/") && !path.startsWith("/jaeger/api/"))
                .toList();
    }
}
