package io.ordertrace.stack.trouble;

import io.ordertrace.stack.Credential;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables in which the services of one database keep their orders, and what can be done to them. */
final class OrderTables {

    /** A table that somebody else holds is told about rather than waited for. */
    private static final String NO_WAITING = "set lock_timeout = '10s'";

    private static final List<String> PREPARE_SLEEP = List.of("create schema if not exists trouble", """
                    create or replace function trouble.sleep() returns trigger language plpgsql as $$
                    begin perform pg_sleep(3600); return null; end $$
                    """);
    private static final List<String> END_SLEEP = List.of(
            "select pg_cancel_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and wait_event = 'PgSleep'",
            "drop schema if exists trouble cascade");

    private final String url;
    private final Credential superuser;
    private final List<String> tables;

    OrderTables(String url, Credential superuser, List<String> tables) {
        this.url = url;
        this.superuser = superuser;
        this.tables = List.copyOf(tables);
    }

    /** Somebody holds a lock on all orders: reading goes on, a change waits until its own limit. */
    Fault locked() {
        return new Fault() {
            private @Nullable Connection holder;

            @Override
            public void start() throws SQLException {
                if (holder == null) {
                    Connection connection = connect();
                    connection.setAutoCommit(false);
                    execute(connection, List.of("lock table " + String.join(", ", tables) + " in exclusive mode"));
                    holder = connection;
                }
            }

            @Override
            public void stop() throws SQLException {
                Connection held = holder;
                holder = null;
                if (held != null) {
                    held.close();
                }
            }
        };
    }

    /** A statement that changes an order takes an hour. */
    Fault endless() {
        return new Fault() {
            @Override
            public void start() throws SQLException {
                run(PREPARE_SLEEP);
                run(each("create or replace trigger trouble before insert or update on %s"
                        + " for each statement execute function trouble.sleep()"));
            }

            @Override
            public void stop() throws SQLException {
                run(END_SLEEP);
            }
        };
    }

    /** No row can be written, whatever it holds: the database refuses it by a check. */
    Fault constrained() {
        return new Fault() {
            @Override
            public void start() throws SQLException {
                stop();
                run(each("alter table %s add constraint trouble check (false) not valid"));
            }

            @Override
            public void stop() throws SQLException {
                run(each("alter table %s drop constraint if exists trouble"));
            }
        };
    }

    private List<String> each(String statement) {
        return tables.stream().map(statement::formatted).toList();
    }

    private void run(List<String> statements) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, statements);
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, superuser.user(), superuser.password());
        execute(connection, List.of(NO_WAITING));
        return connection;
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
