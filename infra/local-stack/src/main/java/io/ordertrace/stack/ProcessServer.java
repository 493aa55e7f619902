package io.ordertrace.stack;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A server that is one managed process; subclasses add how to start it and how to talk to it. */
abstract class ProcessServer implements Server {

    private final ManagedProcess process;

    ProcessServer(ManagedProcess process) {
        this.process = process;
    }

    @Override
    public final String name() {
        return process.name();
    }

    @Override
    public final long pid() {
        return process.pid();
    }

    @Override
    public final Path log() {
        return process.log();
    }

    @Override
    public final boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public final CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public final void pause() {
        process.pause();
    }

    @Override
    public final void resume() {
        process.resume();
    }

    @Override
    public void close() {
        process.close();
    }
}
