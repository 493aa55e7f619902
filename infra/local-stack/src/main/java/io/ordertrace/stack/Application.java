package io.ordertrace.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of our own Spring Boot applications, run from the jar that the build has made. */
public final class Application extends ProcessServer {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int HEAP_MEGABYTES = 256;

    private Application(ManagedProcess process) {
        super(process);
    }

    /**
     * @param jar       see {@link #jar}
     * @param options   of the JVM
     * @param readiness address that answers 200 once it is ready
     */
    public static Application start(
            String name, Path jar, Path dir, List<String> options, Map<String, String> environment, String readiness) {
        List<String> command = JavaProgram.jar(ownCopy(jar, dir), HEAP_MEGABYTES, options, List.of());
        ManagedProcess process = ManagedProcess.start(name, dir.resolve(name + ".log"), command, environment, dir);
        process.awaitReady(() -> HttpProbe.status(readiness) == 200, LIMIT);
        return new Application(process);
    }

    /** A build may replace the jar while the application still reads from it. */
    static Path ownCopy(Path jar, Path dir) {
        try {
            Path copy = Files.createDirectories(dir).resolve(jar.getFileName());
            return Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + jar, e);
        }
    }

    /**
     * What the build has made of the module in that folder.
     *
     * @throws ComponentFailed if it is not built
     */
    public static Path jar(String name, Path module) {
        Path target = module.resolve("target");
        List<Path> jars = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(target, name + "-*.jar")) {
            entries.forEach(jars::add);
        } catch (IOException none) {
            throw notBuilt(name, target);
        }
        return jars.stream().sorted().findFirst().orElseThrow(() -> notBuilt(name, target));
    }

    private static ComponentFailed notBuilt(String name, Path target) {
        return new ComponentFailed(name, "is not built: no jar in " + target + ". Run ./mvnw package.");
    }
}
