package io.ordertrace.benchmarks.tracing;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.ordertrace.stack.Server;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A running service of one variant, and the ways to it. */
record Subject(
        Variant variant,
        Server service,
        String address,
        String schema,
        java.sql.Connection database,
        Connection amqp,
        Channel channel)
        implements AutoCloseable {

    private static final Duration SETTLES_WITHIN = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration REST = Duration.ofMillis(20);
    private static final int CALM_LOOKS = 8;

    /** Processor time used so far. */
    Duration cpu() {
        return cpu(service);
    }

    static Duration cpu(Server server) {
        return ProcessHandle.of(server.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException(server.name() + " is gone, see " + server.log()));
    }

    /** Returns once no row answers the condition. */
    void awaitNone(String table, String condition) {
        long end = System.nanoTime() + SETTLES_WITHIN.toNanos();
        while (count(table, condition) > 0) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        variant.name() + ": there are still rows of " + table + " where " + condition);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Returns once all messages are sent, all spans exported, and the service has nothing to do. */
    void awaitRest() {
        awaitNone("outbox_message", "true");
        Duration before = cpu();
        for (int calm = 0; calm < CALM_LOOKS; ) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            Duration now = cpu();
            calm = now.minus(before).compareTo(REST) < 0 ? calm + 1 : 0;
            before = now;
        }
    }

    /** Takes away what nobody will consume here, so that every slice begins alike. */
    void purge(String... queues) {
        try {
            for (String queue : queues) {
                channel.queuePurge(queue);
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot purge", e);
        }
    }

    private long count(String table, String condition) {
        try (Statement statement = database.createStatement();
                var rows = statement.executeQuery(
                        "select count(*) from " + schema + "." + table + " where " + condition)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot look into " + table, e);
        }
    }

    @Override
    public void close() {
        service.close();
        try {
            amqp.abort();
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
