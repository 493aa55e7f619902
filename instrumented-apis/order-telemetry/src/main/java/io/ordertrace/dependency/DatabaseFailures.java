package io.ordertrace.dependency;

import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.FailureRule;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionTimedOutException;

/** What the exceptions of JDBC, of PostgreSQL's driver and of the connection pool tell. */
final class DatabaseFailures implements FailureRule {

    /** Query cancelled, lock not available; in a transaction: idle for too long, running for too long. */
    private static final Set<String> HANGS = Set.of("57014", "55P03", "25P03", "25P04");

    /** Shut down by an administrator, crashed, starting or stopping; read-only, as a standby is until it takes over. */
    private static final Set<String> UNAVAILABLE = Set.of("57P01", "57P02", "57P03", "25006");

    /** Whole classes: the connection; out of connections, memory or disk; what the server's own system failed to do. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "53", "58");

    /** This side has closed the connection. Why, whatever wraps it knows better: a silent database also leads to it. */
    private static final String CLOSED = "08003";

    private final String database;

    DatabaseFailures(String database) {
        this.database = database;
    }

    @Override
    public @Nullable Clue read(Throwable link) {
        return switch (link) {
            case SQLTimeoutException e -> new Clue(FailureClass.HANG, database);
            // The pool had no connection to give. Why, its cause would say: without one they were all in use, or those
            // that it had kept did not answer.
            case SQLTransientConnectionException e ->
                new Clue(e.getCause() == null || isClosed(e.getCause()) ? FailureClass.HANG : null, database);
            case SQLException e when isClosed(e) -> new Clue(null, database);
            case SQLException e -> new Clue(kind(e.getSQLState()), database);
            // What Spring makes of every lost connection; asked last, as it lies far from the root.
            case DataAccessResourceFailureException e -> new Clue(FailureClass.UNAVAILABLE, null);
            case TransactionTimedOutException e -> new Clue(FailureClass.HANG, database);
            default -> null;
        };
    }

    private static boolean isClosed(Throwable link) {
        return link instanceof SQLException e && CLOSED.equals(e.getSQLState());
    }

    private static @Nullable FailureClass kind(@Nullable String state) {
        if (state == null) {
            return null;
        }
        if (HANGS.contains(state)) {
            return FailureClass.HANG;
        }
        return UNAVAILABLE.contains(state) || UNAVAILABLE_CLASSES.stream().anyMatch(state::startsWith)
                ? FailureClass.UNAVAILABLE
                : FailureClass.ERROR;
    }
}
