package io.ordertrace.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.portal.Browser;
import io.ordertrace.portal.RunningPortal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** A portal that was started while the identity provider was down; nothing of it is known yet. */
@DirtiesContext
@TestPropertySource(properties = "portal.sign-in.timeout=2s")
class SignInAwayTests extends RunningPortal {

    @Test
    void runsAndSaysThatSignInIsAwayUntilTheProviderIsBack() {
        grant("anna", "TRACING_SUPPORT");
        IDENTITY_PROVIDER.signInAs("anna");
        IDENTITY_PROVIDER.away(true);
        Browser anna = stranger();

        HttpResponse<String> away = anna.follow(anna.open("/orders?q=ORD-0000001"));

        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body())
                .contains("Вход временно недоступен", "Повторить")
                .doesNotContain("Exception", IDENTITY_PROVIDER.issuer());
        assertThat(anna.open("/css/portal.css").statusCode()).isEqualTo(200);

        IDENTITY_PROVIDER.away(false);
        HttpResponse<String> back = anna.follow(anna.open("/oauth2/authorization/keycloak"));
        assertThat(back.uri().getPath()).startsWith("/orders");
        assertThat(back.body()).contains(">anna<");
    }
}
