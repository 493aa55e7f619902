package io.ordertrace.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process with all that it started. It leads a session of its own where {@code setsid} and {@code /proc} exist, so
 * that neither Ctrl-C in the terminal reaches it past us nor a grandchild whose parent is gone escapes us.
 */
final class ProcessTree {

    private static final Path PROC = Path.of("/proc");
    private static final boolean SESSIONS = Files.isReadable(PROC.resolve("self/stat"))
            && Stream.of("/usr/bin/setsid", "/bin/setsid").map(Path::of).anyMatch(Files::isExecutable);

    private static final long POLL_NANOS = Duration.ofMillis(100).toNanos();

    private final ProcessHandle root;
    private final Set<ProcessHandle> known = new HashSet<>();

    ProcessTree(ProcessHandle root) {
        this.root = root;
        known.add(root);
    }

    /** The command, made the leader of a session of its own; it keeps the process id. */
    static List<String> inOwnSession(List<String> command) {
        return SESSIONS ? Stream.concat(Stream.of("setsid"), command.stream()).toList() : command;
    }

    void signalRoot(String signal) {
        living();
        if (root.isAlive()) {
            send(signal, Set.of(root.pid()));
        }
    }

    void signalAll(String signal) {
        send(signal, living());
    }

    boolean isAlive() {
        return !living().isEmpty();
    }

    private Set<Long> living() {
        Set<ProcessHandle> younger =
                known.stream().flatMap(ProcessHandle::descendants).collect(Collectors.toSet());
        known.addAll(younger);
        Stream<Long> byParent = known.stream().filter(ProcessHandle::isAlive).map(ProcessHandle::pid);
        return Stream.concat(byParent, SESSIONS ? inSessionOf(root.pid()).stream() : Stream.of())
                .filter(pid -> !SESSIONS || !ProcStat.of(pid).dead())
                .collect(Collectors.toSet());
    }

    private static List<Long> inSessionOf(long leader) {
        List<Long> members = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                long pid = Long.parseLong(entry.getFileName().toString());
                if (ProcStat.of(pid).session() == leader) {
                    members.add(pid);
                }
            }
        } catch (IOException e) {
            throw new ComponentFailed("local stack", "cannot list processes: " + e.getMessage(), e);
        }
        return members;
    }

    /** Returns when the condition no longer holds, or at the latest after the limit. */
    static void waitWhile(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static void send(String signal, Set<Long> pids) {
        if (pids.isEmpty()) {
            return;
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -s \"$@\"", "sh", signal));
        pids.forEach(pid -> command.add(pid.toString()));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new ComponentFailed("local stack", "cannot signal processes: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** State and session of a process as Linux tells them; a zombie nobody has collected yet counts as dead. */
    private record ProcStat(boolean dead, long session) {

        private static final ProcStat GONE = new ProcStat(true, -1);

        static ProcStat of(long pid) {
            try {
                String line = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
                // pid (name, which may hold anything) state ppid pgrp session …
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", 5);
                boolean dead = "Z".equals(fields[0]) || "X".equals(fields[0]);
                return new ProcStat(dead, dead ? -1 : Long.parseLong(fields[3]));
            } catch (IOException gone) {
                return GONE;
            }
        }
    }
}
