package io.ordertrace.outbox;

import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.TraceContext;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where a change and the message about it are committed together. Call it inside the span of the change:
 *
 * <pre>{@code
 * telemetry.statusChange(id, SHIPPED).from(PACKAGED).operator("op-17")
 *         .run(() -> outbox.commit(OrderQueue.STATUS_CHANGED, () -> ship(order), changedAt -> shipped(order, changedAt)));
 * }</pre>
 */
public final class Outbox {

    private final TransactionOperations transactions;
    private final OutboxTable table;
    private final Relay relay;

    Outbox(TransactionOperations transactions, OutboxTable table, Relay relay) {
        this.transactions = transactions;
        this.table = table;
        this.relay = relay;
    }

    /**
     * Runs the change in a transaction, stores the message about it, and commits both; the message is sent soon after.
     * If the change throws, nothing is stored and nothing is sent. Nothing here waits for the broker.
     *
     * @return what the change returned
     */
    public <T> T commit(String routingKey, Supplier<T> change, Function<T, OrderMessage> message) {
        T committed = transactions.execute(status -> {
            T changed = change.get();
            table.add(routingKey, message.apply(changed), TraceContext.current());
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit());
            return changed;
        });
        return Objects.requireNonNull(committed);
    }

    private final class AfterCommit implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            relay.wake();
        }
    }
}
