package io.ordertrace.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.portal.Browser;
import io.ordertrace.portal.RunningPortal;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsrfTests extends RunningPortal {

    private static final Map<String, String> GRANT =
            Map.of("userName", "anna", "role", "DEVELOPER", "reason", "a test");

    @Test
    void refusesAFormWithoutTokenAsBrowserAsHtmxAndAsScript() {
        Browser vera = signedIn("vera");

        HttpResponse<String> page = vera.ask("POST", "/access", "Accept", "text/html");
        HttpResponse<String> fragment = vera.ask("POST", "/access", "HX-Request", "true");
        HttpResponse<String> data = vera.ask("POST", "/access", "Accept", "application/json");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Форма устарела");
        assertThat(fragment.statusCode()).isEqualTo(403);
        assertThat(fragment.headers().firstValue("HX-Refresh")).hasValue("true");
        assertThat(data.statusCode()).isEqualTo(403);
        assertThat(data.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(roles()).isZero();
    }

    @Test
    void takesTheSameFormFromHtmx() {
        HttpResponse<String> answer = signedIn("vera").submit("/access", "/access", GRANT, "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(roles()).isOne();
    }

    @Test
    void sendsAFormWhoseSessionHasEndedToSignIn() {
        HttpResponse<String> page = stranger().ask("POST", "/access", "Accept", "text/html");
        HttpResponse<String> fragment = stranger().ask("POST", "/access", "HX-Request", "true");

        assertThat(Browser.location(page)).isEqualTo("/oauth2/authorization/keycloak");
        assertThat(fragment.statusCode()).isEqualTo(401);
        assertThat(fragment.headers().firstValue("HX-Refresh")).hasValue("true");
    }

    @Test
    void takesWhatJaegerUiSendsOnlyFromThePortalsOwnPages() {
        grant("anna", "DEVELOPER");
        Browser anna = signedIn("anna");

        // Jaeger is away in this test, so 503 means: passed on.
        assertThat(anna.ask("POST", "/jaeger/api/archive/1", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(503);
        for (String site : new String[] {"cross-site", "same-site", "none"}) {
            assertThat(anna.ask("POST", "/jaeger/api/archive/1", "Sec-Fetch-Site", site)
                            .statusCode())
                    .as(site)
                    .isEqualTo(403);
        }
        assertThat(anna.ask("POST", "/jaeger/api/archive/1").statusCode()).isEqualTo(403);
        assertThat(anna.ask("POST", "/jaeger/api/other", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(403);
        assertThat(anna.ask("DELETE", "/jaeger/api/archive/1", "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(403);
    }

    private int roles() {
        return database.sql("select count(*) from role_grant where user_name = 'anna'")
                .query(Integer.class)
                .single();
    }
}
