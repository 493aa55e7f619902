package io.ordertrace.stack;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Programs that the machine already has. */
final class Executables {

    private Executables() {}

    /** The first program of that name on PATH. */
    static Optional<Path> onPath(String name) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .flatMap(candidate -> executable(candidate).stream())
                .findFirst();
    }

    /**
     * The program named by an environment variable, if the variable is set.
     *
     * @throws ComponentFailed if it is set but names nothing that can be run
     */
    static Optional<Path> named(String component, String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .map(value -> executable(Path.of(value))
                        .orElseThrow(() -> new ComponentFailed(
                                component, variable + "=" + value + " is not a program that can be run")));
    }

    static Optional<Path> executable(Path candidate) {
        return Optional.of(candidate.toAbsolutePath())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
    }
}
