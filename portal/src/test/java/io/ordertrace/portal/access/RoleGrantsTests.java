package io.ordertrace.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrace.portal.PortalDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The migrations on an empty PostgreSQL, and the table of roles in it. */
class RoleGrantsTests {

    private static final UserName ANNA = new UserName("anna");
    private static final UserName VERA = new UserName("vera");

    private final DataSource source = PortalDatabase.dataSource(PortalDatabase.emptyDatabase());
    private final JdbcClient database = JdbcClient.create(source);
    private final RoleGrants grants = new RoleGrants(database);
    private final RoleAdministration administration = new RoleAdministration(grants);
    private final TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));

    @BeforeEach
    void migrate() {
        MigrateResult result = flyway().migrate();
        assertThat(result.success).isTrue();
        assertThat(result.migrationsExecuted).isPositive();
    }

    @Test
    void migratesAnEmptyDatabaseOnce() {
        assertThat(flyway().migrate().migrationsExecuted).isZero();
        flyway().validate();
    }

    @Test
    void holdsEveryRoleThatThePortalKnowsAndNoOther() {
        for (Role role : Role.values()) {
            grants.add(new NewGrant(ANNA, role, "a test", "vera", null));
        }

        assertThat(grants.rolesOf(ANNA)).containsExactlyInAnyOrder(Role.values());
        assertThatThrownBy(() -> insert("'anna', 'ROOT', 'why', 'vera'"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' anna', 'DEVELOPER', 'why', 'vera'",
                "'', 'DEVELOPER', 'why', 'vera'",
                "'anna', 'DEVELOPER', '  ', 'vera'",
                "'anna', 'DEVELOPER', 'why', ''",
            })
    void refusesGrantsThatDoNotSayWhoOrWhy(String values) {
        assertThatThrownBy(() -> insert(values)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void refusesARevocationByNobody() {
        insert("'anna', 'DEVELOPER', 'why', 'vera'");

        assertThatThrownBy(() ->
                        database.sql("update role_grant set revoked_at = now()").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void refusesTheSameRoleTwiceAtATime() {
        administration.grant(new NewGrant(ANNA, Role.DEVELOPER, "a test", "vera", null));

        assertThatThrownBy(() -> administration.grant(new NewGrant(ANNA, Role.DEVELOPER, "again", "vera", null)))
                .isInstanceOf(AccessRefused.class);

        grants.revoke(grants.live().getFirst().id(), "vera");
        administration.grant(new NewGrant(ANNA, Role.DEVELOPER, "again", "vera", null));
        assertThat(grants.rolesOf(ANNA)).containsExactly(Role.DEVELOPER);
    }

    @Test
    void countsARoleOnlyUntilItsEndAndGrantsItAnewAfterwards() {
        Instant end = Instant.now().plus(Duration.ofHours(1));
        administration.grant(new NewGrant(ANNA, Role.DEVELOPER, "a test", "vera", end));
        assertThat(grants.rolesOf(ANNA)).containsExactly(Role.DEVELOPER);

        expire("anna");
        assertThat(grants.rolesOf(ANNA)).isEmpty();
        assertThat(grants.live()).isEmpty();

        administration.grant(new NewGrant(ANNA, Role.DEVELOPER, "again", "vera", null));
        assertThat(grants.live()).singleElement().satisfies(grant -> {
            assertThat(grant.reason()).isEqualTo("again");
            assertThat(grant.expiresAt()).isNull();
        });
    }

    @Test
    void keepsWhatWasRevokedOnRecord() {
        administration.grant(new NewGrant(ANNA, Role.DEVELOPER, "a test", "vera", null));
        long id = grants.live().getFirst().id();

        assertThat(grants.revoke(id, "boris")).isTrue();

        assertThat(grants.revoke(id, "somebody later")).isFalse();
        assertThat(database.sql("select revoked_by from role_grant")
                        .query(String.class)
                        .list())
                .containsExactly("boris");
    }

    @Test
    void makesTheFirstAdministratorOnlyWhileThereIsNone() {
        administration.ensureAdministrator(VERA);
        administration.ensureAdministrator(ANNA);

        assertThat(grants.rolesOf(VERA)).containsExactly(Role.ADMINISTRATOR);
        assertThat(grants.rolesOf(ANNA)).isEmpty();
    }

    @Test
    void makesATemporaryAdministratorPermanentWhenNobodyElseIs() {
        Instant end = Instant.now().plus(Duration.ofHours(1));
        administration.grant(new NewGrant(VERA, Role.ADMINISTRATOR, "a test", "x", end));

        administration.ensureAdministrator(VERA);

        assertThat(grants.live()).singleElement().matches(RoleGrant::isPermanentAdministrator);
    }

    @Test
    void keepsOneOfTwoAdministratorsWhoRevokeEachOtherAtOnce() throws Exception {
        administration.ensureAdministrator(VERA);
        administration.grant(new NewGrant(ANNA, Role.ADMINISTRATOR, "a test", "vera", null));
        List<Long> ids = grants.live().stream().map(RoleGrant::id).toList();
        CyclicBarrier start = new CyclicBarrier(2);

        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> attempts = ids.stream()
                    .<Callable<Boolean>>map(id -> () -> revoke(id, start))
                    .toList();
            List<Boolean> succeeded =
                    both.invokeAll(attempts).stream().map(Future::resultNow).toList();
            assertThat(succeeded).containsExactlyInAnyOrder(true, false);
        }

        assertThat(grants.live()).hasSize(1);
    }

    private boolean revoke(long id, CyclicBarrier start) throws Exception {
        start.await();
        try {
            transaction.executeWithoutResult(running -> administration.revoke(id, "the other"));
            return true;
        } catch (AccessRefused last) {
            return false;
        }
    }

    private void expire(String user) {
        database.sql("""
                update role_grant set granted_at = now() - interval '2 hours', expires_at = now() - interval '1 second'
                where user_name = ?""").param(user).update();
    }

    private void insert(String values) {
        database.sql("insert into role_grant (user_name, role, reason, granted_by) values (" + values + ")")
                .update();
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/portal")
                .load();
    }
}
