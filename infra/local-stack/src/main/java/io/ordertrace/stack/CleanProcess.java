package io.ordertrace.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a child process begins: nothing to read, its output in a log, and of our environment only what cannot harm. */
final class CleanProcess {

    /** Variables of the caller's shell that would silently configure our servers. */
    private static final List<String> FOREIGN_PREFIXES = List.of(
            "SPRING_",
            "SERVER_",
            "MANAGEMENT_",
            "OTEL_",
            "KC_",
            "KEYCLOAK_",
            "RABBITMQ_",
            "S3PROXY_",
            "PG",
            "JAVA_OPTS");

    private CleanProcess() {}

    static ProcessBuilder builder(Path log, List<String> command, Map<String, String> environment, Path workDir)
            throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        Files.createDirectories(workDir);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workDir.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(CleanProcess::isForeign);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder;
    }

    private static boolean isForeign(String variable) {
        String upper = variable.toUpperCase(Locale.ROOT);
        return FOREIGN_PREFIXES.stream().anyMatch(upper::startsWith);
    }
}
