package io.ordertrace.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component did not start, or died; the message names it, says why and where its log is. */
public final class ComponentFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int TAIL_LINES = 12;

    private final String component;

    public ComponentFailed(String component, String reason) {
        super(component + ": " + reason);
        this.component = component;
    }

    public ComponentFailed(String component, String reason, @Nullable Throwable cause) {
        super(component + ": " + reason, cause);
        this.component = component;
    }

    /** Adds the place of the log file and its last lines to the reason, without the frames of stack traces. */
    public ComponentFailed(String component, String reason, Path log) {
        this(component, reason + "\n  log: " + log + tail(log));
    }

    public String component() {
        return component;
    }

    private static String tail(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
            return last.isEmpty() ? " (empty)" : "\n  | " + String.join("\n  | ", last);
        } catch (IOException unreadable) {
            return " (cannot be read: " + unreadable.getMessage() + ")";
        }
    }
}
