package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A role taken away is gone with the person's next request; a role given works without a new sign-in. */
@WithRunningStack
class RevokedRoleTests {

    private final RunningStack stack;

    RevokedRoleTests(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void afterVeraRevokesAnnasRoleHerNextRequestIsRefused() {
        try (Visitor anna = stack.visitor("anna");
                Visitor vera = stack.visitor("vera")) {
            String order = "/orders/" + stack.order("finished");
            assertThat(anna.open(order).status()).isEqualTo(200);

            revoke(vera, "anna");
            assertThat(anna.open(order).status()).isEqualTo(403);
            assertThat(anna.asScript("/api/v1" + order).status()).isEqualTo(403);
            assertThat(anna.asScript("/jaeger/api/services").status()).isEqualTo(403);

            grant(vera, "anna", "TRACING_SUPPORT");
            assertThat(anna.open(order).status()).isEqualTo(200);
        }
    }

    @Test
    void anAdministratorGivesAccessButSeesNoOrder() {
        try (Visitor vera = stack.visitor("vera")) {
            assertThat(vera.open("/access").status()).isEqualTo(200);
            assertThat(vera.asScript("/api/v1/orders/" + stack.order("finished"))
                            .status())
                    .isEqualTo(403);
            assertThat(vera.asScript("/jaeger/api/services").status()).isEqualTo(403);
        }
    }

    private static void revoke(Visitor administrator, String user) {
        administrator.open("/access");
        Locator line = administrator.page().locator("[data-testid=grant-line][data-user='" + user + "']");
        line.getByTestId("revoke").click();
        line.getByTestId("revoke-confirm").click();
        administrator.page().getByTestId("done").waitFor();
    }

    private static void grant(Visitor administrator, String user, String role) {
        administrator.open("/access");
        Page page = administrator.page();
        page.locator("#userName").fill(user);
        page.locator("input[name=role][value=" + role + "]").check();
        page.locator("#reason").fill("Дежурство");
        page.getByTestId("grant").click();
        page.getByTestId("done").waitFor();
    }
}
