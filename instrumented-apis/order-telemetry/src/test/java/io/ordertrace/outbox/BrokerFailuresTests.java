package io.ordertrace.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.MissedHeartbeatException;
import com.rabbitmq.client.ShutdownSignalException;
import io.ordertrace.telemetry.Failure;
import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.Failures;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.amqp.AmqpConnectException;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.AmqpIOException;
import org.springframework.amqp.AmqpRejectAndDontRequeueException;
import org.springframework.amqp.AmqpTimeoutException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.support.ListenerExecutionFailedException;

class BrokerFailuresTests {

    private final Failures failures = new Failures(List.of(new BrokerFailures("orders-mq")));

    @ParameterizedTest
    @MethodSource
    void theBrokersFailuresAreTold(Throwable thrown, FailureClass kind) {
        assertThat(failures.of(thrown)).isEqualTo(new Failure(kind, "orders-mq"));
    }

    static Stream<Arguments> theBrokersFailuresAreTold() {
        return Stream.of(
                Arguments.of(new AmqpConnectException(new ConnectException("refused")), FailureClass.UNAVAILABLE),
                Arguments.of(closed(true), FailureClass.UNAVAILABLE),
                Arguments.of(new AlreadyClosedException(closed(true)), FailureClass.UNAVAILABLE),
                Arguments.of(new AmqpException("lost", closed(true)), FailureClass.UNAVAILABLE),
                Arguments.of(new AmqpException("no such exchange", closed(false)), FailureClass.ERROR),
                Arguments.of(new AmqpTimeoutException(new TimeoutException()), FailureClass.HANG),
                Arguments.of(closed(true).initCause(new MissedHeartbeatException("silent")), FailureClass.HANG),
                Arguments.of(new AmqpIOException(new IOException("?")), FailureClass.ERROR),
                Arguments.of(new NotPublished(FailureClass.HANG, "not confirmed"), FailureClass.HANG),
                Arguments.of(new NotPublished(FailureClass.UNAVAILABLE, "lost"), FailureClass.UNAVAILABLE),
                Arguments.of(new NotPublished(FailureClass.ERROR, "returned"), FailureClass.ERROR));
    }

    @Test
    void whatAListenerThrewIsNotTheBrokersFault() {
        Exception listener =
                new ListenerExecutionFailedException("wrapped", new NullPointerException(), new Message(new byte[0]));

        assertThat(failures.of(new AmqpRejectAndDontRequeueException("given up", listener)))
                .isEqualTo(new Failure(FailureClass.ERROR, null));
    }

    private static ShutdownSignalException closed(boolean wholeConnection) {
        return new ShutdownSignalException(wholeConnection, false, new AMQP.Connection.Close.Builder().build(), null);
    }
}
