package io.ordertrace.contract.otlp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody else is still writing, and may rename and begin anew when it is full. At its end this waits for
 * more.
 */
final class GrowingFile extends InputStream {

    private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();

    private final Path path;
    private final BooleanSupplier stopped;
    private @Nullable InputStream current;
    private @Nullable Object currentKey;

    /** @param stopped whether the end of the file is to be taken for the end */
    GrowingFile(Path path, BooleanSupplier stopped) {
        this.path = path;
        this.stopped = stopped;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        while (true) {
            // Asked first: what was written before the stop is still to be read.
            boolean last = stopped.getAsBoolean();
            int count = readNow(target, offset, length);
            if (count > 0 || length == 0) {
                return count;
            }
            if (last) {
                return -1;
            }
            if (!openNext()) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    private int readNow(byte[] target, int offset, int length) throws IOException {
        return current == null ? 0 : current.read(target, offset, length);
    }

    /** Whether another file lies there than the one that was read to its end. */
    private boolean openNext() throws IOException {
        if (!Files.exists(path)) {
            return false;
        }
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        if (current != null && Objects.equals(key, currentKey)) {
            return false;
        }
        close();
        current = Files.newInputStream(path);
        currentKey = key;
        return true;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }
}
