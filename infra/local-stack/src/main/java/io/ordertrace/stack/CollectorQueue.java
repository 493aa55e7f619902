package io.ordertrace.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files in which the Collector keeps the spans that Jaeger has not got yet. Its own {@code recreate} moves a file
 * aside only if the damage makes the database panic; one whose head is damaged it refuses to start with.
 */
final class CollectorQueue {

    private static final Pattern REFUSED = Pattern.compile(
            "failed to start \"([a-z_/-]+)\" exporter: (invalid database|version mismatch|checksum error|.*EOF|.*file size too small.*)");

    private final Path folder;
    private final Path log;

    CollectorQueue(Path folder, Path log) {
        this.folder = folder;
        this.log = log;
    }

    /** How much the log holds now: where what the next start says begins. */
    long said() {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Renames the file that the Collector has refused since then, and says so in its log.
     *
     * @return what was done, or nothing if the Collector has not complained of a file
     */
    Optional<String> moveRefusedAside(long since) {
        try (var said = Files.newInputStream(log)) {
            said.skipNBytes(since);
            Matcher complaint = REFUSED.matcher(new String(said.readAllBytes(), StandardCharsets.UTF_8));
            if (!complaint.find()) {
                return Optional.empty();
            }
            Path file = folder.resolve("exporter_" + complaint.group(1).replace('/', '_') + "_traces");
            return Files.exists(file) ? Optional.of(moveAside(file, complaint.group(2))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String moveAside(Path file, String reason) throws IOException {
        Path backup = file.resolveSibling(file.getFileName() + "." + Instant.now() + ".backup");
        Files.move(file, backup);
        String message = "queue file " + file.getFileName() + " is damaged (" + reason + "); moved to "
                + backup.getFileName() + ", the spans in it do not reach Jaeger";
        Files.writeString(log, message + System.lineSeparator(), StandardOpenOption.APPEND);
        return message;
    }
}
