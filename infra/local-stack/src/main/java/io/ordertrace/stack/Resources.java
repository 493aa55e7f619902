package io.ordertrace.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of {@code infra/} packed beside the classes, so that the servers start from any working folder. */
final class Resources {

    private Resources() {}

    static byte[] read(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not packed into local-stack");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the resource to a file, replacing it; the folder is made if missing. */
    static Path copy(String name, Path target) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            return Files.write(target, read(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
