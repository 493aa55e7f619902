package io.ordertrace.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.ordertrace.telemetry.Failure;
import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.Failures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.TransactionTimedOutException;

class DatabaseFailuresTests {

    private final Failures failures = new Failures(List.of(new DatabaseFailures("shop-db")));

    @ParameterizedTest
    @CsvSource({
        "08000, UNAVAILABLE",
        "08001, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "57P02, UNAVAILABLE",
        "57P03, UNAVAILABLE",
        "25006, UNAVAILABLE",
        "53100, UNAVAILABLE",
        "53200, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "58030, UNAVAILABLE",
        "57014, HANG",
        "55P03, HANG",
        "25P03, HANG",
        "25P04, HANG",
        "23502, ERROR",
        "23505, ERROR",
        "23514, ERROR",
        "40P01, ERROR",
        "42P01, ERROR",
        "P0001, ERROR"
    })
    void theServersAnswerSaysHowItFailed(String state, FailureClass kind) {
        Exception fromServer = new PSQLException(new ServerErrorMessage("SFEHLER\0C" + state + "\0Mwhatever\0"));

        assertThat(failures.of(new DataIntegrityViolationException("wrapped", fromServer)))
                .isEqualTo(new Failure(kind, "shop-db"));
    }

    @Test
    void aConnectionThatIsLostIsUnavailableButOneThatStaysSilentHangs() {
        Exception reset =
                new PSQLException("I/O error", PSQLState.CONNECTION_FAILURE, new SocketException("Connection reset"));
        Exception silent = new PSQLException(
                "I/O error", PSQLState.CONNECTION_FAILURE, new SocketTimeoutException("Read timed out"));

        assertThat(failures.of(reset)).isEqualTo(new Failure(FailureClass.UNAVAILABLE, "shop-db"));
        assertThat(failures.of(silent)).isEqualTo(new Failure(FailureClass.HANG, "shop-db"));
    }

    @Test
    void aPoolWithoutAFreeConnectionHangs() {
        SQLException pool = new SQLTransientConnectionException("Connection is not available, request timed out");

        assertThat(failures.of(new CannotGetJdbcConnectionException("no connection", pool)))
                .isEqualTo(new Failure(FailureClass.HANG, "shop-db"));
    }

    /** As the pool reports that the connections it had kept open did not answer when it tried them. */
    @Test
    void aPoolWhoseKeptConnectionsDoNotAnswerHangs() {
        SQLException pool =
                new SQLTransientConnectionException("Connection is not available, request timed out", closedHere());

        assertThat(failures.of(new CannotGetJdbcConnectionException("no connection", pool)))
                .isEqualTo(new Failure(FailureClass.HANG, "shop-db"));
    }

    @Test
    void aConnectionThatIsLostDuringATransactionIsUnavailable() {
        assertThat(failures.of(new DataAccessResourceFailureException("commit", closedHere())))
                .isEqualTo(new Failure(FailureClass.UNAVAILABLE, "shop-db"));
    }

    private static SQLException closedHere() {
        return new PSQLException("This connection has been closed.", PSQLState.CONNECTION_DOES_NOT_EXIST);
    }

    @Test
    void timeoutsOfDriverAndTransactionHang() {
        assertThat(failures.of(new SQLTimeoutException())).isEqualTo(new Failure(FailureClass.HANG, "shop-db"));
        assertThat(failures.of(new TransactionTimedOutException("too late")))
                .isEqualTo(new Failure(FailureClass.HANG, "shop-db"));
    }

    @Test
    void whatHasNoStateIsAnErrorOfTheDatabase() {
        assertThat(failures.of(new SQLException("?"))).isEqualTo(new Failure(FailureClass.ERROR, "shop-db"));
    }

    @Test
    void aRealPoolWhoseDatabaseRefusesIsUnavailable() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        assertThat(failures.of(failureOfPool(nobody))).isEqualTo(new Failure(FailureClass.UNAVAILABLE, "shop-db"));
    }

    @Test
    void aRealPoolWhoseDatabaseIsSilentHangs() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertThat(failures.of(failureOfPool(silent.getLocalPort())))
                    .isEqualTo(new Failure(FailureClass.HANG, "shop-db"));
        }
    }

    private static Throwable failureOfPool(int port) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + port + "/shop?connectTimeout=1&socketTimeout=1");
        config.setConnectionTimeout(1_500);
        config.setInitializationFailTimeout(-1);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            return catchThrowable(pool::getConnection);
        }
    }
}
