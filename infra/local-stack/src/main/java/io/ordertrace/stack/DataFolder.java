package io.ordertrace.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folder that holds a stack's state, for one stack at a time; a temporary one goes with the stack. */
final class DataFolder implements AutoCloseable {

    private static final String LOCK = ".lock";

    private final Path path;
    private final boolean temporary;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, boolean temporary) throws IOException {
        this.path = path;
        this.temporary = temporary;
        channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = tryLock(channel);
        if (held == null) {
            channel.close();
            throw new ComponentFailed(
                    "local stack", "another stack runs on " + path + "; stop it, or give another --data");
        }
        lock = held;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    static DataFolder open(Optional<Path> chosen) {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        try {
            if (chosen.isEmpty()) {
                return new DataFolder(Files.createTempDirectory("order-trace-", ownerOnly), true);
            }
            Path path = chosen.get();
            if (!Files.exists(path)) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.createDirectory(path, ownerOnly);
            }
            closeToOthers(path);
            return new DataFolder(path.toRealPath(), false);
        } catch (IOException e) {
            throw new ComponentFailed("local stack", "cannot use the data directory: " + e, e);
        }
    }

    /** Databases and logs in the folder are readable by whoever may enter it. */
    private static void closeToOthers(Path path) throws IOException {
        Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rwx------");
        if (ownerOnly.containsAll(Files.getPosixFilePermissions(path))) {
            return;
        }
        // Never a folder that serves something else too, such as /tmp or a home.
        if (!Files.exists(path.resolve(LOCK)) && !isEmpty(path)) {
            throw new ComponentFailed(
                    "local stack",
                    path + " holds other files and is open to other users; give a new or an empty folder as --data,"
                            + " or make it private (chmod 700)");
        }
        Files.setPosixFilePermissions(path, ownerOnly);
    }

    private static boolean isEmpty(Path path) throws IOException {
        try (var entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    Path path() {
        return path;
    }

    /** Lets others use the folder; a temporary one is deleted. */
    @Override
    public void close() {
        release();
        if (temporary) {
            try {
                Folders.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Lets others use the folder and leaves it in place, for somebody who wants to read the logs. */
    void release() {
        try {
            lock.close();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
