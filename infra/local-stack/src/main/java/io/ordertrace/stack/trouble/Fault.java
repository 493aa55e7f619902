package io.ordertrace.stack.trouble;

/** How one trouble is made. Not thread-safe: {@link Switchboard} calls one method at a time. */
interface Fault {

    /**
     * Makes the trouble; returns when it has taken effect.
     *
     * @throws UnsupportedOperationException if this stack cannot make it; the message says why
     */
    void start() throws Exception;

    /** Ends the trouble. Must also work without a start in this process: the last one may have been killed. */
    void stop() throws Exception;

    /** Called instead of {@link #stop} when the whole stack goes down: what goes with the processes may be left. */
    default void abandon() throws Exception {
        stop();
    }
}
