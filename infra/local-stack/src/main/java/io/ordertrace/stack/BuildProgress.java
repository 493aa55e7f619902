package io.ordertrace.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells a person who waits for a long build what is built and for how long already. */
final class BuildProgress implements AutoCloseable {

    private static final int SECONDS_BETWEEN = 10;

    private final String what;
    private final PrintStream out;
    private final long begin = System.nanoTime();

    BuildProgress(String what, PrintStream out) {
        this.what = what;
        this.out = out;
        out.println(what + ": building; the first time this can take minutes");
    }

    /** Waits for the end of the process and returns its exit code; prints the elapsed time meanwhile. */
    int until(Server process) {
        while (true) {
            try {
                return process.onExit().get(SECONDS_BETWEEN, TimeUnit.SECONDS);
            } catch (TimeoutException stillBuilding) {
                out.println(what + ": building, " + elapsed() + " s");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ComponentFailed(process.name(), "interrupted", e);
            } catch (ExecutionException e) {
                throw new ComponentFailed(process.name(), "cannot be watched", e);
            }
        }
    }

    @Override
    public void close() {
        out.println(what + ": build ended after " + elapsed() + " s");
    }

    private long elapsed() {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }
}
