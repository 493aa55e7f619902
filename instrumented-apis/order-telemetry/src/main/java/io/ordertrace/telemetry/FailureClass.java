package io.ordertrace.telemetry;

import java.util.Locale;

/** How something failed, as far as the caller could see. */
public enum FailureClass {
    /** No answer in time: a timeout, a lock, a confirmation that did not come, a blocked connection. */
    HANG,
    /** Nobody there, or nobody able to serve for now: refused, reset, unknown host, shutting down, out of resources. */
    UNAVAILABLE,
    /** An answer, and it was "no"; also everything that is not known better. */
    ERROR;

    /** The word in {@link OrderAttributes#FAILURE_CLASS}. */
    public String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
