package io.ordertrace.portal;

import io.ordertrace.stack.Credential;
import io.ordertrace.stack.Ports;
import io.ordertrace.stack.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real PostgreSQL for all tests of one run, with as many empty databases as they ask for. */
public final class PortalDatabase {

    private static final Credential OWNER = Credential.fresh("portal");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PortalDatabase() {}

    /** Started by the first test that needs it; stopped with the run. */
    private static final class Server {
        static final PostgresServer INSTANCE = start();

        private static PostgresServer start() {
            try {
                Path folder = Files.createTempDirectory("portal-database-");
                PostgresServer server = PostgresServer.start(folder, Ports.freePort(), Credential.fresh("postgres"));
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                server.ensureRole(OWNER);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** JDBC address of a database that nobody has touched. */
    public static String emptyDatabase() {
        String name = "portal_" + NUMBER.incrementAndGet();
        Server.INSTANCE.ensureDatabase(name, OWNER.user());
        return Server.INSTANCE.jdbcUrl(name);
    }

    public static DataSource dataSource(String url) {
        return new DriverManagerDataSource(url, OWNER.user(), OWNER.password());
    }

    public static String user() {
        return OWNER.user();
    }

    public static String password() {
        return OWNER.password();
    }
}
