package io.ordertrace.outbox;

import io.ordertrace.telemetry.FailureClass;
import io.ordertrace.telemetry.MessagePublication;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.CorrelationData;

/** A message on its way to the broker. */
record Delivery(StoredMessage message, MessagePublication attempt, CorrelationData correlation) {

    Delivery(StoredMessage message, MessagePublication attempt) {
        this(message, attempt, new CorrelationData(message.messageId()));
    }

    /**
     * Waits for the broker, tells the trace what came of it, and says whether the message lies in a queue.
     *
     * @param deadline a moment of {@link System#nanoTime()}
     */
    boolean isConfirmedBy(long deadline) {
        RuntimeException failure = failure(deadline);
        if (failure == null) {
            attempt.confirmed();
        } else {
            attempt.failed(failure);
        }
        return failure == null;
    }

    private @Nullable RuntimeException failure(long deadline) {
        try {
            long left = Math.max(0, deadline - System.nanoTime());
            CorrelationData.Confirm confirm = correlation.getFuture().get(left, TimeUnit.NANOSECONDS);
            if (!confirm.ack()) {
                return refused(confirm.reason());
            }
            return correlation.getReturned() == null
                    ? null
                    : new NotPublished(FailureClass.ERROR, "The broker returned the message: no queue is bound");
        } catch (TimeoutException e) {
            return new NotPublished(FailureClass.HANG, "The broker did not confirm the message in time");
        } catch (ExecutionException e) {
            return new NotPublished(FailureClass.ERROR, "The confirmation failed: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new NotPublished(FailureClass.ERROR, "The service stopped while the message was on its way");
        }
    }

    /** Spring refuses on the broker's behalf, and gives a reason, when the channel or the connection is lost. */
    private static NotPublished refused(@Nullable String reason) {
        if (reason == null) {
            return new NotPublished(FailureClass.ERROR, "The broker refused the message");
        }
        FailureClass kind = reason.startsWith("channel error") ? FailureClass.ERROR : FailureClass.UNAVAILABLE;
        return new NotPublished(kind, "The message was not confirmed: " + reason);
    }
}
