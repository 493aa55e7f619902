package io.ordertrace.portal.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of granted roles. All times are the database's, so that clocks of several portals cannot disagree. */
@Repository
class RoleGrants {

    private static final String LIVE = " revoked_at is null and (expires_at is null or expires_at > now()) ";

    private final JdbcClient database;

    RoleGrants(JdbcClient database) {
        this.database = database;
    }

    /** The roles held at this moment; none for a person unknown here. */
    Set<Role> rolesOf(UserName user) {
        return database.sql("select role from role_grant where user_name = :user and" + LIVE)
                .param("user", user.value())
                .query((row, number) -> Role.valueOf(row.getString("role")))
                .set();
    }

    /** Every grant in force, by user name and role. */
    List<RoleGrant> live() {
        return database.sql("select * from role_grant where" + LIVE + "order by user_name, role")
                .query(RoleGrants::grant)
                .list();
    }

    Optional<RoleGrant> find(long id) {
        return database.sql("select * from role_grant where id = :id and" + LIVE)
                .param("id", id)
                .query(RoleGrants::grant)
                .optional();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the person holds the role already */
    void add(NewGrant grant) {
        database.sql("""
                insert into role_grant (user_name, role, reason, granted_by, expires_at)
                values (:user, :role, :reason, :grantedBy, :expiresAt)""")
                .param("user", grant.user().value())
                .param("role", grant.role().name())
                .param("reason", grant.reason())
                .param("grantedBy", grant.grantedBy())
                .param("expiresAt", utc(grant.expiresAt()))
                .update();
    }

    /** Closes the person's run-out grant of this role, which would otherwise stand in the way of a new one. */
    void closeExpired(UserName user, Role role) {
        database.sql("""
                update role_grant set revoked_at = now(), revoked_by = 'order-trace-portal', revoke_reason = 'expired'
                where user_name = :user and role = :role and revoked_at is null and expires_at <= now()""").param("user", user.value()).param("role", role.name()).update();
    }

    /** False when somebody was faster. */
    boolean revoke(long id, String revokedBy) {
        return database.sql("""
                        update role_grant set revoked_at = now(), revoked_by = :revokedBy
                        where id = :id and revoked_at is null""").param("id", id).param("revokedBy", revokedBy).update() == 1;
    }

    /**
     * Counts the administrators without an end date and keeps others from revoking any of them until the transaction
     * ends: of two administrators who revoke each other at once, the second waits here and then sees one.
     */
    int lockPermanentAdministrators() {
        return database.sql("""
                select id from role_grant
                where role = 'ADMINISTRATOR' and revoked_at is null and expires_at is null
                order by id for update""").query(Long.class).list().size();
    }

    private static RoleGrant grant(ResultSet row, int number) throws SQLException {
        return new RoleGrant(
                row.getLong("id"),
                new UserName(row.getString("user_name")),
                Role.valueOf(row.getString("role")),
                row.getString("reason"),
                row.getString("granted_by"),
                row.getObject("granted_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("expires_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
