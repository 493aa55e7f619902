package io.ordertrace.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is slow to get and therefore kept in {@link CacheFolder}. Names carry versions, so clones share it and nothing
 * in it goes stale.
 */
final class Cache {

    /** Makes the content of a cache entry in the given empty folder. */
    @FunctionalInterface
    interface Preparation {
        void into(Path emptyFolder) throws IOException;
    }

    /** A file lock keeps other processes away; among our own threads it would throw instead of wait. */
    private static final Map<String, Object> LOCKS = new ConcurrentHashMap<>();

    private Cache() {}

    /** A file or folder that the build's {@code generate-resources} phase has fetched from Maven Central. */
    static Path download(String component, String fileName) {
        Path file = CacheFolder.path().resolve("downloads").resolve(fileName);
        if (!Files.exists(file)) {
            throw new ComponentFailed(
                    component,
                    file
                            + " is missing. Run ./start, or ./mvnw -pl infra/local-stack generate-resources, to fetch it.");
        }
        return file;
    }

    /**
     * The folder of that name, prepared once. Other processes that want it meanwhile wait; a preparation that fails or
     * is cut short leaves nothing behind.
     *
     * @throws ComponentFailed if the preparation fails
     */
    static Path prepared(String component, String name, Preparation preparation) {
        synchronized (LOCKS.computeIfAbsent(name, unused -> new Object())) {
            return preparedByOne(component, name, preparation);
        }
    }

    private static Path preparedByOne(String component, String name, Preparation preparation) {
        Path entry = CacheFolder.path().resolve(name);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        try {
            Files.createDirectories(CacheFolder.path());
            Path lock = CacheFolder.path().resolve("." + name + ".lock");
            try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var held = channel.lock()) {
                if (held.isValid() && !Files.isDirectory(entry)) {
                    prepare(entry, preparation);
                }
            }
            return entry;
        } catch (IOException e) {
            throw new ComponentFailed(component, "cannot prepare " + entry + ": " + e.getMessage(), e);
        }
    }

    private static void prepare(Path entry, Preparation preparation) throws IOException {
        Path unfinished = entry.resolveSibling("." + entry.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        preparation.into(unfinished);
        Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
    }
}
