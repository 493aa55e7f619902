package io.ordertrace.stack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** One running server of the local stack: a process of its own with a log file of its own. */
public interface Server extends AutoCloseable {

    /** The component's name as people read it in messages, for instance {@code jaeger}. */
    String name();

    long pid();

    Path log();

    boolean isAlive();

    /** Completes with the exit code once the process is gone, whoever ended it. */
    CompletableFuture<Integer> onExit();

    /** Ends the process with everything it started by SIGKILL, so that it cannot tidy up; returns when it is gone. */
    void kill();

    /** Keeps the process from running (SIGSTOP) until {@link #resume}; its connections stay open and nobody answers. */
    void pause();

    /** Lets a paused process go on; does nothing to one that runs. */
    void resume();

    /** Stops the process with everything it started; returns when nothing of it is left. May be called twice. */
    @Override
    void close();
}
