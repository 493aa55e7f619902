package io.ordertrace.telemetry;

import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the platform's own exceptions tell; they lie at the root of most libraries' failures and know nobody's name. */
final class NetworkFailures implements FailureRule {

    private static final Clue HANG = new Clue(FailureClass.HANG, null);
    private static final Clue UNAVAILABLE = new Clue(FailureClass.UNAVAILABLE, null);

    @Override
    public @Nullable Clue read(Throwable link) {
        return switch (link) {
            // The parent of SocketTimeoutException and of the connection timeouts of HTTP clients.
            case InterruptedIOException e -> HANG;
            case TimeoutException e -> HANG;
            case HttpTimeoutException e -> HANG;
            case SocketException e -> UNAVAILABLE;
            case UnknownHostException e -> UNAVAILABLE;
            case ClosedChannelException e -> UNAVAILABLE;
            case EOFException e -> UNAVAILABLE;
            default -> null;
        };
    }
}
