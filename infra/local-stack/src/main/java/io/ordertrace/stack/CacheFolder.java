package io.ordertrace.stack;

import java.nio.file.Path;
import java.util.Optional;

/** The user's cache folder, outside the clone: {@code $XDG_CACHE_HOME/order-trace-portal}, else under ~/.cache. */
final class CacheFolder {

    private CacheFolder() {}

    static Path path() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(value -> Path.of(value).isAbsolute())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("order-trace-portal");
    }
}
