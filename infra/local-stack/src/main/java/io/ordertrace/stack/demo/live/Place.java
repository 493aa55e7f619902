package io.ordertrace.stack.demo.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far life has come; kept with the data, so that the next start goes on with the orders that the services know.
 *
 * @param week   counted from 1, for the seed
 * @param begin  of the week, by the plan's clock
 * @param time   by the plan's clock
 * @param orders ids that the services gave, by the number in the plan; without those that have stopped
 */
record Place(long seed, int week, Instant begin, Instant time, Map<Integer, String> orders) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Place {
        orders = new TreeMap<>(orders);
    }

    static Optional<Place> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(JSON.readValue(Files.readString(file), Place.class)) : Optional.empty();
    }

    void write(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, JSON.writeValueAsString(this) + "\n");
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
