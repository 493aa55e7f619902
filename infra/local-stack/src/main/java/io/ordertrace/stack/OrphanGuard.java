package io.ordertrace.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A small shell that outlives us by a moment: when this JVM is killed (its end of the pipe closes), the shell ends
 * whatever we had not stopped. Without it, {@code kill -9} on the launcher would leave every server running.
 */
final class OrphanGuard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            left=" "
            while read -r word pid; do
              case $word in
                watch) left="$left$pid " ;;
                forget) case $left in *" $pid "*) left="${left%% $pid *} ${left#* $pid }" ;; esac ;;
              esac
            done
            end() {
              for pid in $left; do kill -s "$1" -- "-$pid" || kill -s "$1" -- "$pid"; done 2>/dev/null
            }
            [ "$left" = " " ] && exit
            end TERM
            sleep 5
            end KILL
            """;

    private static final OrphanGuard INSTANCE = new OrphanGuard();

    private final Process shell;

    private OrphanGuard() {
        try {
            shell = new ProcessBuilder(ProcessTree.inOwnSession(List.of("sh", "-c", SCRIPT)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new ComponentFailed("local stack", "cannot start a shell (sh): " + e.getMessage(), e);
        }
    }

    /** Gets the guard going, so that nothing is unguarded while it starts. */
    static void prepare() {
        if (!INSTANCE.shell.isAlive()) {
            throw new ComponentFailed("local stack", "the guard against orphaned processes has ended");
        }
    }

    static void watch(long pid) {
        INSTANCE.tell("watch " + pid + "\n");
    }

    static void forget(long pid) {
        INSTANCE.tell("forget " + pid + "\n");
    }

    private synchronized void tell(String line) {
        try {
            OutputStream pipe = shell.getOutputStream();
            pipe.write(line.getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException guardIsGone) {
            // The guard is a second safety net: its loss must not hinder stopping what we started.
            shell.destroy();
        }
    }
}
