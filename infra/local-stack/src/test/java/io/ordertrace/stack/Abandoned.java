package io.ordertrace.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A launcher that a test kills: it starts a child with a grandchild, and waits. */
final class Abandoned {

    private Abandoned() {}

    public static void main(String... arguments) {
        Path dir = Path.of(arguments[0]);
        String script = "sh -c 'sleep 600; :' orphan-of-" + dir + " & wait; :";
        ManagedProcess child = ManagedProcess.start(
                "abandoned", dir.resolve("abandoned.log"), List.of("sh", "-c", script), Map.of(), dir);
        System.out.println("started");
        child.onExit().join();
    }
}
