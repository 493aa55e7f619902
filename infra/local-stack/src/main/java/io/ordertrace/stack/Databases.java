package io.ordertrace.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;

/** The databases of the portal and of the two systems, and the demo accounts' roles in the portal. */
public final class Databases {

    private static final String GRANT = """
            insert into role_grant (user_name, role, reason, granted_by)
            select ?, ?, ?, ? where not exists (select from role_grant where user_name = ? and role = ?)
            """;

    private Databases() {}

    /**
     * Makes the databases, roles and schemas that are missing: {@code portal}; {@code shop} with a schema each for
     * {@code shop_api} and {@code crm_api}; {@code mes} for {@code mes_api}.
     *
     * @param credentials gives the credential of a role by its name
     */
    public static void prepare(PostgresServer server, Function<String, Credential> credentials) {
        for (String role : new String[] {"portal", "shop_api", "crm_api", "mes_api"}) {
            server.ensureRole(credentials.apply(role));
        }
        server.ensureDatabase("portal", "portal");
        server.ensureDatabase("shop", "shop_api");
        server.ensureSchema("shop", "shop", "shop_api");
        server.ensureSchema("shop", "crm", "crm_api");
        server.ensureDatabase("mes", "mes_api");
        server.ensureSchema("mes", "mes", "mes_api");
    }

    /** Gives the role unless this person ever had it: what an administrator has taken away stays taken away. */
    static void grantOnce(StackInfo.Database portal, String user, String role) {
        try (Connection connection = DriverManager.getConnection(portal.url(), portal.user(), portal.password());
                PreparedStatement grant = connection.prepareStatement(GRANT)) {
            grant.setString(1, user);
            grant.setString(2, role);
            grant.setString(3, "Демонстрационный стенд");
            grant.setString(4, "local-stack");
            grant.setString(5, user);
            grant.setString(6, role);
            grant.executeUpdate();
        } catch (SQLException e) {
            throw new ComponentFailed("portal", "cannot seed the demo role of " + user + ": " + e.getMessage(), e);
        }
    }
}
