package io.ordertrace.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTests {

    private final Failures failures = new Failures(List.of());

    @ParameterizedTest
    @MethodSource
    void thePlatformsExceptionsSayHowItFailedAndNotThroughWhom(Throwable thrown, FailureClass kind) {
        assertThat(failures.of(new IllegalStateException(thrown))).isEqualTo(new Failure(kind, null));
    }

    static Stream<Arguments> thePlatformsExceptionsSayHowItFailedAndNotThroughWhom() {
        return Stream.of(
                Arguments.of(new SocketTimeoutException("Read timed out"), FailureClass.HANG),
                Arguments.of(new TimeoutException(), FailureClass.HANG),
                Arguments.of(new ConnectException("Connection refused"), FailureClass.UNAVAILABLE),
                Arguments.of(new SocketException("Connection reset"), FailureClass.UNAVAILABLE),
                Arguments.of(new NoRouteToHostException(), FailureClass.UNAVAILABLE),
                Arguments.of(new UnknownHostException("shop-db"), FailureClass.UNAVAILABLE),
                Arguments.of(new ClosedChannelException(), FailureClass.UNAVAILABLE),
                Arguments.of(new EOFException(), FailureClass.UNAVAILABLE),
                Arguments.of(new IOException("disk full"), FailureClass.ERROR),
                Arguments.of(new HttpTimeoutException("request timed out"), FailureClass.HANG),
                Arguments.of(new NullPointerException(), FailureClass.ERROR));
    }

    @Test
    void theExceptionNearestTheRootKnowsBest() {
        Throwable thrown = new SocketException("closed").initCause(new SocketTimeoutException("Read timed out"));

        assertThat(failures.of(thrown).kind()).isEqualTo(FailureClass.HANG);
    }

    @Test
    void causesThatRunInACircleEnd() {
        Exception one = new IllegalStateException();
        Exception two = new IllegalArgumentException(one);
        one.initCause(two);

        assertThat(failures.of(one)).isEqualTo(new Failure(FailureClass.ERROR, null));
    }
}
