package io.ordertrace.portal.order;

import org.jspecify.annotations.Nullable;

/**
 * Why an attempt failed.
 *
 * @param kind hang, unavailable or error
 * @param dependency what the service was talking to ({@code postgresql}, {@code s3}, {@code rabbitmq}, a host), or
 *     null when the fault lies in the service itself
 * @param type exception or error type; technical
 * @param message exception text; technical, foreign input
 */
public record Fault(
        Kind kind,
        @Nullable String dependency,
        @Nullable String type,
        @Nullable String message) {

    /** Three ways to fail that support can tell a customer apart. */
    public enum Kind {
        HANG,
        UNAVAILABLE,
        ERROR
    }
}
