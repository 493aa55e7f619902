package io.ordertrace.stack.demo.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of which week is told already; kept with the data, because Jaeger keeps the spans over a restart.
 *
 * @param end  of the week, when the stack was started for the first time
 * @param told until when
 */
record Progress(long seed, int orders, Instant end, Instant told) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Optional<Progress> read(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readString(file), Progress.class))
                : Optional.empty();
    }

    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, JSON.writeValueAsString(this) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Progress until(Instant now) {
        return new Progress(seed, orders, end, now);
    }
}
