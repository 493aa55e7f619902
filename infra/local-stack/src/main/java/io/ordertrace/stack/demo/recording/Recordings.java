package io.ordertrace.stack.demo.recording;

import io.ordertrace.stack.demo.plan.Mishap;
import io.ordertrace.stack.demo.plan.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The recordings that travel with the classes, one file for each step, kind of order and mishap. */
public final class Recordings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Recording> read = new ConcurrentHashMap<>();

    /**
     * What the services tell of that step.
     *
     * @throws IllegalStateException if there is no recording of it
     */
    public Recording of(Step step, boolean b2b, Optional<Mishap> mishap) {
        return read.computeIfAbsent(name(step, b2b, mishap), Recordings::read);
    }

    public static String name(Step step, boolean b2b, Optional<Mishap> mishap) {
        String name = step.name()
                + (b2b ? "-b2b" : "")
                + mishap.map(befallen -> "-" + befallen.name()).orElse("");
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Recording read(String name) {
        try (InputStream file = Recordings.class.getResourceAsStream(name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("there is no recording " + name + "");
            }
            return JSON.readValue(file, Recording.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One span a line, so that a later recording can be compared with an earlier one. */
    public static void write(Path folder, String name, Recording recording) throws IOException {
        String spans = recording.spans().stream()
                .map(JSON::writeValueAsString)
                .collect(Collectors.joining(",\n", "{\"spans\":[\n", "\n]}\n"));
        Files.writeString(folder.resolve(name + ".json"), spans, StandardCharsets.UTF_8);
    }
}
