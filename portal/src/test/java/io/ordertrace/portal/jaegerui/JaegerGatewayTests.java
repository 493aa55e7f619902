package io.ordertrace.portal.jaegerui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrace.portal.Browser;
import io.ordertrace.portal.RunningPortal;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "portal.jaeger-ui.user=portal",
            "portal.jaeger-ui.password=geheim",
            "portal.jaeger-ui.answer-timeout=500ms"
        })
class JaegerGatewayTests extends RunningPortal {

    private static final StubJaeger JAEGER = new StubJaeger();

    private Browser anna = stranger();

    @DynamicPropertySource
    static void jaeger(DynamicPropertyRegistry registry) {
        registry.add("portal.jaeger-ui.url", JAEGER::url);
    }

    @BeforeEach
    void annaSupports() {
        grant("anna", "TRACING_SUPPORT");
        anna = signedIn("anna");
        JAEGER.forget();
    }

    @Test
    void keepsTheBasePathAndTheQueryAsTheyAre() {
        anna.open("/jaeger/api/traces?service=shop-api&tags=%7B%22jewelry.order.id%22%3A%22ORD-1%22%7D&q=a+b%2Bc%26d");

        assertThat(JAEGER.last().uri().getPath()).isEqualTo("/jaeger/api/traces");
        assertThat(JAEGER.last().uri().getQuery())
                .contains("service=shop-api", "tags={\"jewelry.order.id\":\"ORD-1\"}", "q=a b+c&d");
    }

    @Test
    void addsThePortalsCredentialAndLetsNothingOfTheSessionThrough() {
        anna.get(
                "/jaeger/",
                "Authorization",
                "Bearer of-a-person",
                "Cookie",
                "other=1",
                "X-Forwarded-For",
                "10.0.0.1",
                "X-Anything",
                "else",
                "TE",
                "trailers",
                "Accept-Language",
                "ru");

        assertThat(JAEGER.last().headers().get("Authorization"))
                .containsExactly("Basic "
                        + Base64.getEncoder().encodeToString("portal:geheim".getBytes(StandardCharsets.UTF_8)));
        assertThat(JAEGER.last().headers())
                .doesNotContainKeys(
                        "Cookie", "X-forwarded-for", "X-anything", "Te", "Proxy-authorization", "Forwarded");
        assertThat(JAEGER.last().headers().getFirst("Accept-Language")).isEqualTo("ru");
    }

    @Test
    void passesThePageOnWithoutCookiesAndWithAPolicyOfItsOwn() {
        HttpResponse<String> page = anna.open("/jaeger/search");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("<base href=\"/jaeger/\"><script>ui()</script>");
        assertThat(page.headers().map())
                .doesNotContainKeys("set-cookie", "server", "access-control-allow-origin", "clear-site-data");
        assertThat(page.headers().firstValue("etag")).hasValue("\"v1\"");
        assertThat(page.headers().allValues("content-security-policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "script-src 'self' 'unsafe-inline'", "frame-ancestors 'none'")
                .doesNotContain("*", "http:", "https:");
        assertThat(page.headers().firstValue("cache-control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void passesOnWhatJaegerAnswers() {
        assertThat(anna.fetch("/jaeger/missing").statusCode()).isEqualTo(404);
        assertThat(anna.ask("HEAD", "/jaeger/").statusCode()).isEqualTo(200);
        assertThat(JAEGER.last().method()).isEqualTo("HEAD");
        assertThat(Browser.location(anna.open("/jaeger/moved"))).isEqualTo("/jaeger/search");
        assertThat(Browser.location(anna.open("/jaeger"))).isEqualTo("/jaeger/");
    }

    @Test
    void passesOnTheTwoThingsThatJaegerUiSends() {
        assertThat(anna.ask("POST", "/jaeger/api/archive/0af7", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(200);
        assertThat(JAEGER.last().method()).isEqualTo("POST");
        assertThat(JAEGER.last().uri().getPath()).isEqualTo("/jaeger/api/archive/0af7");
    }

    @Test
    void reachesJaegerByNoOtherMethodAndByNoOtherWay() {
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")) {
            int status = anna.ask(method, "/jaeger/api/traces").statusCode();
            assertThat(status).as(method).isBetween(200, 405);
        }
        for (String path : List.of("/jaeger/..;/x", "/jaeger/%2e%2e/x", "/jaeger/%2E%2E%2Fx", "/jaeger//x")) {
            assertThat(anna.open(path).statusCode()).as(path).isIn(400, 403, 404);
        }

        assertThat(JAEGER.wasAsked()).isFalse();
    }

    @Test
    void asksJaegerNothingForAPersonWithoutTheRole() {
        assertThat(signedIn("gleb").open("/jaeger/").statusCode()).isEqualTo(403);
        assertThat(signedIn("vera").fetch("/jaeger/api/services").statusCode()).isEqualTo(403);
        assertThat(stranger().fetch("/jaeger/api/services").statusCode()).isEqualTo(401);

        assertThat(JAEGER.wasAsked()).isFalse();
    }

    @Test
    void namesJaegerWhenItHangs() {
        HttpResponse<String> page = anna.open("/jaeger/hangs");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .contains("Jaeger не отвечает", "/jaeger/hangs")
                .doesNotContain("127.0.0.1", "Exception");
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(anna.fetch("/jaeger/hangs").body()).contains("\"title\":\"Jaeger не отвечает\"", "\"status\":503");
        assertThat(anna.open("/jaeger/").statusCode()).isEqualTo(200);
    }

    @Test
    void neverAsksThePersonForThePortalsCredential() {
        HttpResponse<String> page = anna.open("/jaeger/refuses");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().map()).doesNotContainKey("www-authenticate");
        assertThat(page.body()).contains("Jaeger не отвечает");
    }

    @Test
    void answers503WhenJaegerBreaksOffBeforeAnythingWasDelivered() {
        assertThat(anna.fetch("/jaeger/stops-early").statusCode()).isEqualTo(503);
    }

    @Test
    void breaksOffWhereJaegerBreaksOff() {
        assertThatThrownBy(() -> anna.open("/jaeger/stops-midway")).hasCauseInstanceOf(IOException.class);
        assertThat(anna.open("/jaeger/").statusCode()).isEqualTo(200);
    }
}
