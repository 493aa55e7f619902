package io.ordertrace.portal;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole portal on a port of its own, with a real database; its classes share one start. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "portal.access.first-administrator=vera",
            "portal.sign-in.client-id=" + TestIdentityProvider.CLIENT,
            "portal.sign-in.client-secret=" + TestIdentityProvider.SECRET,
            "portal.jaeger.address=127.0.0.1:1",
            "portal.jaeger-ui.url=http://127.0.0.1:1/jaeger"
        })
public abstract class RunningPortal {

    protected static final TestIdentityProvider IDENTITY_PROVIDER = TestIdentityProvider.start();

    @Autowired
    protected JdbcClient database;

    @LocalServerPort
    protected int port;

    @DynamicPropertySource
    static void peers(DynamicPropertyRegistry registry) {
        registry.add("portal.sign-in.issuer", IDENTITY_PROVIDER::issuer);
        registry.add("spring.datasource.url", PortalDatabase::emptyDatabase);
        registry.add("spring.datasource.username", PortalDatabase::user);
        registry.add("spring.datasource.password", PortalDatabase::password);
    }

    @BeforeEach
    void onlyTheFirstAdministrator() {
        IDENTITY_PROVIDER.away(false);
        database.sql("delete from role_grant where user_name <> 'vera' or role <> 'ADMINISTRATOR'")
                .update();
    }

    /** Somebody who has not signed in. */
    protected Browser stranger() {
        return new Browser("http://localhost:" + port);
    }

    /** Somebody who has. */
    protected Browser signedIn(String user) {
        Browser browser = stranger();
        IDENTITY_PROVIDER.signInAs(user);
        browser.follow(browser.open("/"));
        return browser;
    }

    protected void grant(String user, String role) {
        database.sql("insert into role_grant (user_name, role, reason, granted_by) values (?, ?, 'a test', 'a test')")
                .params(user, role)
                .update();
    }

    protected void revokeAll(String user) {
        database.sql("update role_grant set revoked_at = now(), revoked_by = 'a test' where user_name = ?")
                .param(user)
                .update();
    }
}
