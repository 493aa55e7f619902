package io.ordertrace.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A child process with its log, its readiness and its certain end. */
public final class ManagedProcess implements Server {

    private static final Duration TERM_DEADLINE = Duration.ofSeconds(7);
    private static final Duration KILL_DEADLINE = Duration.ofSeconds(5);
    private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();

    private final String name;
    private final Path log;
    private final Process process;
    private final ProcessTree tree;
    private final String stopSignal;
    private boolean closed;
    private boolean paused;

    private ManagedProcess(String name, Path log, Process process, String stopSignal) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.tree = new ProcessTree(process.toHandle());
        this.stopSignal = stopSignal;
    }

    /**
     * Starts a process that is asked to stop with TERM.
     *
     * @param log         receives both output streams, appended; its folder is made if missing
     * @param environment added to this process's environment, without the variables that configure servers
     * @throws ComponentFailed if the program cannot be started
     */
    public static ManagedProcess start(
            String name, Path log, List<String> command, Map<String, String> environment, Path workDir) {
        return start(name, log, command, environment, workDir, "TERM");
    }

    /** As above, for the few servers that want another signal for a quick and clean end. */
    static ManagedProcess start(
            String name,
            Path log,
            List<String> command,
            Map<String, String> environment,
            Path workDir,
            String stopSignal) {
        try {
            ProcessBuilder builder = CleanProcess.builder(log, ProcessTree.inOwnSession(command), environment, workDir);
            OrphanGuard.prepare();
            Process process = builder.start();
            OrphanGuard.watch(process.pid());
            return new ManagedProcess(name, log, process, stopSignal);
        } catch (IOException e) {
            throw new ComponentFailed(name, "cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * Returns once the probe says so. A probe that throws counts as "not yet".
     *
     * @throws ComponentFailed if the process ends first or the time is up; nothing of it is left running then
     */
    public void awaitReady(BooleanSupplier probe, Duration limit) {
        try {
            await(probe, limit);
        } catch (ComponentFailed e) {
            close();
            throw e;
        }
    }

    private void await(BooleanSupplier probe, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!succeeds(probe)) {
            if (!process.isAlive()) {
                throw new ComponentFailed(
                        name, "stopped with exit code " + process.exitValue() + " while starting", log);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new ComponentFailed(name, "interrupted while starting");
            }
            if (System.nanoTime() > end) {
                throw new ComponentFailed(name, "not ready after " + limit.toSeconds() + " s", log);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Waits for a process that is expected to do its work and end; returns its exit code. */
    public int awaitEnd(Duration limit) {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ComponentFailed(name, "not finished after " + limit.toSeconds() + " s", log);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComponentFailed(name, "interrupted", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    @Override
    public synchronized void pause() {
        paused = true;
        tree.signalAll("STOP");
    }

    @Override
    public synchronized void resume() {
        if (paused) {
            paused = false;
            tree.signalAll("CONT");
        }
    }

    @Override
    public void kill() {
        close(this::endAtOnce);
    }

    @Override
    public void close() {
        close(this::end);
    }

    private synchronized void close(Runnable ending) {
        if (closed) {
            return;
        }
        closed = true;
        // Stopping goes on also in a thread that was interrupted while it waited for readiness.
        boolean interrupted = Thread.interrupted();
        ending.run();
        OrphanGuard.forget(process.pid());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        resume();
        tree.signalRoot(stopSignal);
        ProcessTree.waitWhile(process::isAlive, TERM_DEADLINE);
        if (tree.isAlive()) {
            tree.signalAll("TERM");
            ProcessTree.waitWhile(tree::isAlive, Duration.ofSeconds(1));
        }
        if (tree.isAlive()) {
            endAtOnce();
        }
    }

    private void endAtOnce() {
        tree.signalAll("KILL");
        ProcessTree.waitWhile(tree::isAlive, KILL_DEADLINE);
    }

    private static boolean succeeds(BooleanSupplier probe) {
        try {
            return probe.getAsBoolean();
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
