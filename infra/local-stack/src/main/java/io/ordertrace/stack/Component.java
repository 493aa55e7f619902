package io.ordertrace.stack;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One part of the running stack; tests stop and start it to see what the others make of that. */
public final class Component {

    private final String name;
    private final Supplier<? extends Server> starter;
    private final Consumer<ComponentFailed> whenItDies;
    private @Nullable Server server;
    private boolean closed;

    Component(String name, Supplier<? extends Server> starter, Consumer<ComponentFailed> whenItDies) {
        this.name = name;
        this.starter = starter;
        this.whenItDies = whenItDies;
    }

    public String name() {
        return name;
    }

    /**
     * Starts it with the same settings and state as before; returns once it is ready. Does nothing while it runs.
     *
     * @throws ComponentFailed if it does not become ready, or the stack is closed
     */
    public synchronized void start() {
        if (closed) {
            throw new ComponentFailed(name, "the stack is being stopped");
        }
        if (server == null) {
            Server started = starter.get();
            server = started;
            started.onExit().thenAccept(code -> reportDeath(started, code));
        }
    }

    /** Stops it without stopping the rest of the stack; returns when it is gone. */
    public synchronized void stop() {
        end(Server::close);
    }

    /** Ends it by SIGKILL in the midst of whatever it does; the stack does not take this for a failure. */
    public synchronized void kill() {
        end(Server::kill);
    }

    /** Keeps it from running until {@link #resume}: it accepts connections and answers none. Nothing while stopped. */
    public synchronized void pause() {
        server().ifPresent(Server::pause);
    }

    /** Lets it go on after {@link #pause}. */
    public synchronized void resume() {
        server().ifPresent(Server::resume);
    }

    private void end(Consumer<Server> ending) {
        Server running = server;
        server = null;
        if (running != null) {
            ending.accept(running);
        }
    }

    /** The running server; empty while it is stopped. */
    public synchronized Optional<Server> server() {
        return Optional.ofNullable(server);
    }

    synchronized void close() {
        closed = true;
        stop();
    }

    private synchronized void reportDeath(Server dead, int exitCode) {
        if (server == dead) {
            whenItDies.accept(new ComponentFailed(name, "died while running, with exit code " + exitCode, dead.log()));
        }
    }
}
