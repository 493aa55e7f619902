package io.ordertrace.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The one thread that sends what is stored. It sleeps until a change commits, the broker is back, or a pause after a
 * failure ends. A message is locked while it is sent, so that several instances can share the table; a killed instance
 * loses its locks with its connection.
 */
final class Relay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private static final Duration HELD = Duration.ofMillis(200);
    /** Longer than the agent keeps a span before it sends it on. */
    private static final Duration UNTOLD = Duration.ofSeconds(10);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    private final OutboxTable table;
    private final Publisher publisher;
    private final Retelling retelling;
    private final TransactionOperations transactions;
    private final List<MessageHold> holds;
    private final OutboxSettings settings;
    private final Semaphore bell = new Semaphore(0);
    private boolean started;
    private final Pauses pauses = new Pauses();
    private volatile boolean everything = true;
    private volatile @Nullable Thread thread;

    Relay(
            OutboxTable table,
            Publisher publisher,
            Retelling retelling,
            TransactionOperations transactions,
            List<MessageHold> holds,
            OutboxSettings settings) {
        this.table = table;
        this.publisher = publisher;
        this.retelling = retelling;
        this.transactions = transactions;
        this.holds = List.copyOf(holds);
        this.settings = settings;
    }

    /** A message has been committed. */
    void wake() {
        bell.release();
    }

    /** The broker is back: what has failed may be tried at once. */
    void brokerIsBack() {
        // The relay's own connection says nothing new: it may be lost again with the first message.
        if (Thread.currentThread() != thread) {
            everything = true;
            bell.release();
        }
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                bell.drainPermits();
                Duration pause = round();
                bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Duration round() {
        boolean early = false;
        try {
            if (holds.stream().anyMatch(MessageHold::isOn)) {
                return HELD;
            }
            early = everything;
            everything = false;
            retellOnce();
            return send(early) ? Duration.ZERO : pauses.next(settings.sweep());
        } catch (RuntimeException e) {
            everything |= early;
            LOG.warn("The outbox cannot be read or written; what was just sent may be sent again: {}", e.toString());
            return AFTER_A_FAILURE;
        } catch (Throwable e) {
            // No outage explains it; but a thread that it ended would send nothing any more, and nobody would know.
            everything |= early;
            LOG.error("A round of sending broke off; what was just sent may be sent again", e);
            return AFTER_A_FAILURE;
        }
    }

    /** What waits when the process starts was left by one that may have been killed. */
    private void retellOnce() {
        if (!started) {
            List<StoredMessage> untold = table.newest(UNTOLD);
            started = true;
            untold.forEach(retelling::tell);
        }
    }

    /** Whether there may be more to send at once. */
    private boolean send(boolean early) {
        Boolean more = transactions.execute(status -> {
            List<StoredMessage> messages = table.lockFirst(early, settings.batch());
            List<StoredMessage> confirmed = publisher.publish(messages);
            List<StoredMessage> failed =
                    messages.stream().filter(each -> !confirmed.contains(each)).toList();
            if (!confirmed.isEmpty()) {
                table.remove(confirmed);
            }
            if (!failed.isEmpty()) {
                LOG.warn("{} messages are not with the broker; they are sent again", failed.size());
                pauses.add(table.postpone(failed, settings.firstPause(), settings.longestPause()));
            }
            return messages.size() == settings.batch() || confirmed.stream().anyMatch(StoredMessage::followed);
        });
        return Objects.requireNonNull(more);
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("outbox").daemon().unstarted(this::run);
        thread = started;
        started.start();
    }

    /** Lets the round end: what the broker confirms meanwhile need not be sent again after the next start. */
    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        bell.release();
        try {
            if (running != null && !running.join(settings.confirmTimeout())) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
