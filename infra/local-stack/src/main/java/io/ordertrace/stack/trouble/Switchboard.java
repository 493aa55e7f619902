package io.ordertrace.stack.trouble;

import io.ordertrace.stack.ComponentFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Turns troubles on and off while the stack runs, several at once if need be. What is on is also kept in a file, so that
 * a stack that was killed in trouble is without it after its next start.
 */
public final class Switchboard implements AutoCloseable {

    private final Faults faults;
    private final Path memory;
    private final Set<Trouble> active = EnumSet.noneOf(Trouble.class);

    /** Everything must run already; ends what a killed predecessor on the same data has left on. */
    public Switchboard(Premises premises) {
        faults = new Faults(premises);
        memory = premises.home().resolve("active");
        active.addAll(remembered());
        allOff();
    }

    /**
     * Returns when the trouble has taken effect; does nothing if it is on already.
     *
     * @throws UnsupportedOperationException if this stack cannot make it; the message says why
     * @throws ComponentFailed               if it cannot be made now; it is off then
     */
    public synchronized void on(Trouble trouble) {
        if (active.contains(trouble)) {
            return;
        }
        active.add(trouble);
        remember();
        try {
            faults.of(trouble).start();
        } catch (UnsupportedOperationException e) {
            active.remove(trouble);
            remember();
            throw e;
        } catch (Exception e) {
            ComponentFailed failure = failed(trouble, "cannot be turned on", e);
            try {
                off(trouble);
            } catch (ComponentFailed further) {
                failure.addSuppressed(further);
            }
            throw failure;
        }
    }

    /**
     * Returns when the trouble is over, which for a killed service is when it is ready again; does nothing if it is off.
     *
     * @throws ComponentFailed if it cannot be ended; it stays on then
     */
    public synchronized void off(Trouble trouble) {
        if (!active.contains(trouble)) {
            return;
        }
        try {
            faults.of(trouble).stop();
        } catch (Exception e) {
            throw failed(trouble, "cannot be turned off", e);
        }
        active.remove(trouble);
        remember();
    }

    /**
     * Ends every trouble.
     *
     * @throws ComponentFailed if one or more cannot be ended; the others are
     */
    public synchronized void allOff() {
        List<ComponentFailed> failures = new ArrayList<>();
        for (Trouble trouble : List.copyOf(active)) {
            try {
                off(trouble);
            } catch (ComponentFailed e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            ComponentFailed first = failures.getFirst();
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    /** What is on at the moment. */
    public synchronized Set<Trouble> active() {
        return Collections.unmodifiableSet(EnumSet.copyOf(active));
    }

    /**
     * Sends once more what was lost and what lies among the dead letters, as the person on duty does after a trouble.
     *
     * @return how many messages were sent
     */
    public synchronized int sendAgain() {
        try {
            return faults.messages().sendAgain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ComponentFailed("switchboard", "interrupted while sending messages again", e);
        } catch (Exception e) {
            throw new ComponentFailed("switchboard", "cannot send messages again: " + e, e);
        }
    }

    /** For the end of the whole stack, before its components are stopped: leaves nothing that would outlast them. */
    @Override
    public synchronized void close() {
        for (Trouble trouble : List.copyOf(active)) {
            try {
                faults.of(trouble).abandon();
                active.remove(trouble);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception componentIsGone) {
                // Remembered: the next start on the same data ends it.
                continue;
            }
        }
        remember();
    }

    private static ComponentFailed failed(Trouble trouble, String what, Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new ComponentFailed("switchboard", trouble.title() + " " + what + ": " + e, e);
    }

    private List<Trouble> remembered() {
        try {
            return Files.exists(memory)
                    ? Files.readAllLines(memory).stream()
                            .flatMap(line -> Trouble.titled(line).stream())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remember() {
        try {
            Files.createDirectories(memory.getParent());
            Files.write(memory, active.stream().map(Trouble::title).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
