package io.ordertrace.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Keycloak distribution on loopback with one realm; its database lies in the given folder. */
public final class KeycloakServer extends ProcessServer {

    private static final String NAME = "keycloak";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final List<String> SHARED = List.of("lib", "providers", "themes", "conf");

    private final int port;

    private KeycloakServer(ManagedProcess process, int port) {
        super(process);
        this.port = port;
    }

    /**
     * Starts Keycloak and imports the realm if its description is new or has changed since the folder's last start; a
     * change starts from an empty database, so accounts made by hand in Keycloak are gone then.
     *
     * @param realm         a realm's JSON, as Keycloak exports it
     * @param administrator of Keycloak itself
     */
    public static KeycloakServer start(Path dir, int port, int managementPort, String realm, Credential administrator) {
        Path distribution = distribution(System.out);
        try {
            prepareHome(dir, distribution, realm);
        } catch (IOException e) {
            throw new ComponentFailed(NAME, "cannot prepare " + dir + ": " + e.getMessage(), e);
        }
        List<String> command = List.of(
                distribution.resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + managementPort,
                "--hostname=http://localhost:" + port,
                "--cache=local",
                "-Dkc.home.dir=" + dir);
        Map<String, String> environment = Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                administrator.user(),
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                administrator.password(),
                "JAVA_OPTS_KC_HEAP",
                "-Xms64m -Xmx512m -XX:TieredStopAtLevel=1");
        ManagedProcess process = ManagedProcess.start(NAME, dir.resolve("keycloak.log"), command, environment, dir);
        String ready = "http://127.0.0.1:" + managementPort + "/health/ready";
        process.awaitReady(() -> HttpProbe.status(ready) == 200, START_LIMIT);
        return new KeycloakServer(process, port);
    }

    /** Unpacks and builds the distribution if this has not happened yet; takes half a minute then. */
    static void prepare(PrintStream progress) {
        distribution(progress);
    }

    /** Where browsers and clients reach Keycloak. */
    public String url() {
        return "http://localhost:" + port;
    }

    private static void prepareHome(Path dir, Path distribution, String realm) throws IOException {
        Path description = dir.resolve("data/import/realm.json");
        if (!Files.exists(description) || !Files.readString(description).equals(realm)) {
            Folders.delete(dir.resolve("data"));
            Folders.writeSecret(description, realm);
        }
        for (String part : SHARED) {
            Path link = dir.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.resolve(part));
        }
    }

    /** Unpacked and built for our database once; Keycloak calls the result "optimized". */
    private static Path distribution(PrintStream progress) {
        String version = Versions.of("keycloak");
        return Cache.prepared(NAME, "keycloak-" + version, folder -> {
            Folders.unzip(Cache.download(NAME, "keycloak-quarkus-dist-" + version + ".zip"), folder);
            Path unpacked = folder.resolve("keycloak-" + version);
            for (Path part : children(unpacked)) {
                Files.move(part, folder.resolve(unpacked.relativize(part).toString()));
            }
            Files.delete(unpacked);
            build(folder, version, progress);
        });
    }

    private static void build(Path distribution, String version, PrintStream progress) {
        Path log = distribution.resolve("build.log");
        List<String> command = List.of(
                distribution.resolve("bin/kc.sh").toString(), "build", "--db=dev-file", "--health-enabled=true");
        try (var shown = new BuildProgress(NAME + " " + version, progress);
                var build = ManagedProcess.start("keycloak build", log, command, Map.of(), distribution)) {
            if (shown.until(build) != 0) {
                throw new ComponentFailed(NAME, "kc.sh build failed", log);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(folder)) {
            entries.forEach(all::add);
        }
        return all;
    }
}
