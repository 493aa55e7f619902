package io.ordertrace.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.portal.Browser;
import io.ordertrace.portal.RunningPortal;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTests extends RunningPortal {

    @Test
    void leadsToTheIdentityProviderWithPkceAndBackToTheAskedPage() {
        grant("anna", "TRACING_SUPPORT");
        IDENTITY_PROVIDER.signInAs("anna");
        Browser anna = stranger();

        HttpResponse<String> first = anna.open("/orders?q=ORD-0000001&lang=en");
        HttpResponse<String> toProvider = anna.open(Browser.location(first));
        HttpResponse<String> last = anna.follow(toProvider);

        assertThat(Browser.location(first)).isEqualTo("/oauth2/authorization/keycloak");
        assertThat(Browser.location(toProvider))
                .startsWith(IDENTITY_PROVIDER.issuer() + "/auth?response_type=code")
                .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid%20profile");
        assertThat(last.uri().getPath()).isIn("/orders", "/orders/ORD-0000001");
        assertThat(last.body()).contains("data-testid=\"person\"", ">anna<");
    }

    @Test
    void keepsTheSessionInAHttpOnlyLaxCookie() {
        HttpResponse<String> answer = stranger().open("/");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("ORDERTRACE_SESSION=")
                .contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void saysThatSignInIsAwayAndRecoversByItself() {
        grant("anna", "TRACING_SUPPORT");
        Browser alreadyIn = signedIn("anna");
        IDENTITY_PROVIDER.away(true);

        IDENTITY_PROVIDER.signInAs("anna");
        Browser anna = stranger();
        HttpResponse<String> toProvider = anna.open(Browser.location(anna.open("/")));
        HttpResponse<String> back = anna.open("/login/oauth2/code/keycloak?code=x&state=y");

        assertThat(alreadyIn.open("/").statusCode()).isEqualTo(200);
        // The portal knows the provider's addresses already, so the browser finds out itself.
        assertThat(toProvider.statusCode()).isEqualTo(302);
        assertThat(back.statusCode()).isEqualTo(401);

        IDENTITY_PROVIDER.away(false);
        assertThat(anna.follow(anna.open("/")).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsAPersonWhomTheProviderRefusedToTryAgain() {
        IDENTITY_PROVIDER.signInAs(null);
        Browser gleb = stranger();

        HttpResponse<String> refused = gleb.follow(gleb.open("/"));

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("Вход не выполнен").doesNotContain("access_denied", "Exception");
    }

    @Test
    void refusesAPersonWhoseNameIsNoUserName() {
        IDENTITY_PROVIDER.signInAs("an na");
        Browser browser = stranger();

        assertThat(browser.follow(browser.open("/")).statusCode()).isEqualTo(401);
    }

    @Test
    void signsOutHereAndAtTheProvider() {
        Browser vera = signedIn("vera");

        HttpResponse<String> out = vera.submit("/access", "/logout", Map.of());

        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(Browser.location(out))
                .startsWith(IDENTITY_PROVIDER.issuer() + "/logout?id_token_hint=")
                .endsWith("&post_logout_redirect_uri=http://localhost:" + port + "/");
        assertThat(vera.open("/access").statusCode()).isEqualTo(302);
        assertThat(vera.fetch("/api/v1/orders/ORD-1").statusCode()).isEqualTo(401);
    }
}
