package io.ordertrace.stack.trouble;

import io.ordertrace.stack.Credential;
import io.ordertrace.stack.Dependency;
import io.ordertrace.stack.ObjectStore;
import io.ordertrace.stack.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done to the models in the object store. */
final class Models {

    private static final String DELAY = "time-to-take-files-away";
    private static final long DELAY_MILLIS = 700;
    private static final Duration ROUND = Duration.ofMillis(50);

    /** The object store may still be busy with a younger file. */
    private static final Duration FINISHED = Duration.ofMillis(150);

    private final Proxies proxies;
    private final Path bucket;
    private final Path home;

    Models(Proxies proxies, Path bucket, Path home) {
        this.proxies = proxies;
        this.bucket = bucket;
        this.home = home;
    }

    /**
     * Every model is taken away, also those that come meanwhile, and comes back in the end. Messages about orders are
     * delayed a little, so that nobody is told of a file that is not away yet.
     */
    Fault missing() {
        Path aside = home.resolve("missing-models");
        return new Fault() {
            private @Nullable Thread taker;

            @Override
            public void start() throws IOException {
                if (taker == null) {
                    proxies.delay(Dependency.QUEUE, DELAY, DELAY_MILLIS);
                    move(bucket, aside, Instant.now());
                    taker = Thread.ofVirtual().start(() -> takeAway(aside));
                }
            }

            @Override
            public void stop() throws IOException, InterruptedException {
                endTaking();
                move(aside, bucket, Instant.MAX);
                proxies.endDelay(Dependency.QUEUE, DELAY);
            }

            @Override
            public void abandon() throws IOException, InterruptedException {
                endTaking();
                move(aside, bucket, Instant.MAX);
            }

            private void endTaking() throws InterruptedException {
                Thread running = taker;
                taker = null;
                if (running != null) {
                    running.interrupt();
                    running.join();
                }
            }
        };
    }

    /** The services' keys are unknown to the object store. */
    Fault denied() {
        return new Fault() {
            private @Nullable ObjectStore other;
            private int usual;

            @Override
            public void start() throws IOException {
                if (other == null) {
                    int port = Ports.freePort();
                    other = ObjectStore.start(home.resolve("denying-store"), port, Credential.fresh("changed"));
                    usual = proxies.redirect(Dependency.FILES, port);
                }
            }

            @Override
            public void stop() throws IOException {
                if (other != null) {
                    proxies.redirect(Dependency.FILES, usual);
                }
                abandon();
            }

            @Override
            public void abandon() {
                ObjectStore running = other;
                other = null;
                if (running != null) {
                    running.close();
                }
            }
        };
    }

    private void takeAway(Path aside) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                move(bucket, aside, Instant.now().minus(FINISHED));
            } catch (IOException | UncheckedIOException movedMeanwhile) {
                // The next round finds what this one has missed.
            }
            LockSupport.parkNanos(ROUND.toNanos());
        }
    }

    /** Moves what was last written before that time. */
    private static void move(Path from, Path to, Instant before) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            try {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Path target = to.resolve(from.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (NoSuchFileException renamed) {
                // A file under its preliminary name; it is found under the final one.
            }
        }
    }
}
