package io.ordertrace.stack;

import io.ordertrace.stack.demo.DemoSettings;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to start the stack.
 *
 * @param data    where everything is kept; empty for a fresh temporary folder that is removed on a clean stop
 * @param demo    what goes on once everything runs
 * @param tap     whether the Collector writes what services send, unredacted, to {@link LocalStack#tap()}
 * @param project the clone whose built applications are started
 * @param out     gets a line for each step, with the seconds since the start
 */
public record StackOptions(
        Ports ports, Optional<Path> data, DemoSettings demo, boolean tap, Path project, PrintStream out) {

    public StackOptions {
        data = data.map(Path::toAbsolutePath).map(Path::normalize);
        project = project.toAbsolutePath().normalize();
    }

    /** Without the tap. */
    public StackOptions(Ports ports, Optional<Path> data, DemoSettings demo, Path project, PrintStream out) {
        this(ports, data, demo, false, project, out);
    }

    public StackOptions withTap() {
        return new StackOptions(ports, data, demo, true, project, out);
    }

    /** What {@code ./start} says, else the nearest folder upwards from the working folder that holds the project. */
    public static Path enclosingProject() {
        String told = System.getProperty("order-trace.project");
        if (told != null) {
            return Path.of(told);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("infra/local-stack/pom.xml")))
                .findFirst()
                .orElseThrow(() -> new ComponentFailed(
                        "local stack", Path.of("").toAbsolutePath() + " is not inside a clone of Order Trace Portal"));
    }
}
