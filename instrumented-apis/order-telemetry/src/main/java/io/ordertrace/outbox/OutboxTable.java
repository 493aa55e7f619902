package io.ordertrace.outbox;

import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.TraceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The messages that are committed and not yet known to be with the broker. */
final class OutboxTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OutboxTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(String routingKey, OrderMessage message, TraceContext origin) {
        jdbc.sql("""
                        insert into outbox_message (message_id, order_id, routing_key, body, traceparent, baggage)
                        values (:messageId, :orderId, :routingKey, :body, :traceparent, :baggage)
                        """)
                .param("messageId", message.messageId().toString())
                .param("orderId", message.orderId())
                .param("routingKey", routingKey)
                .param("body", json.writeValueAsString(message))
                .param("traceparent", origin.traceparent())
                .param("baggage", origin.baggage())
                .update();
    }

    /**
     * The first message of each order, the oldest first, locked until the end of the transaction: what another instance
     * is sending is left out, and so is whatever comes after it for the same order.
     *
     * @param early whether to take also those that have failed and whose pause is not over
     */
    List<StoredMessage> lockFirst(boolean early, int limit) {
        return jdbc.sql("""
                        select message.*, exists (
                            select from outbox_message later
                            where later.order_id = message.order_id and later.sequence > message.sequence) as followed
                        from outbox_message message
                        where (:early or next_attempt_at <= clock_timestamp())
                            and not exists (
                                select from outbox_message earlier
                                where earlier.order_id = message.order_id and earlier.sequence < message.sequence)
                        order by sequence
                        limit :limit
                        for update of message skip locked
                        """)
                .param("early", early)
                .param("limit", limit)
                .query(OutboxTable::read)
                .list();
    }

    /** The newest message and those stored so shortly before it. */
    List<StoredMessage> newest(Duration time) {
        return jdbc.sql("""
                        select message.*, false as followed
                        from outbox_message message
                        where stored_at > (select max(stored_at) from outbox_message) - :millis * interval '1 ms'
                        order by sequence
                        """)
                .param("millis", time.toMillis())
                .query(OutboxTable::read)
                .list();
    }

    void remove(List<StoredMessage> confirmed) {
        jdbc.sql("delete from outbox_message where sequence in (:sequences)")
                .param("sequences", sequences(confirmed))
                .update();
    }

    /**
     * Puts off the next attempt at each message, longer each time.
     *
     * @return how long until the first of them is due again
     */
    Duration postpone(List<StoredMessage> failed, Duration first, Duration longest) {
        return jdbc
                .sql("""
                        update outbox_message
                        set attempts = attempts + 1,
                            next_attempt_at = clock_timestamp()
                                + least(:longest, :first * power(2, least(attempts, 20))) * interval '1 ms'
                        where sequence in (:sequences)
                        returning (extract(epoch from next_attempt_at - clock_timestamp()) * 1000)::bigint
                        """)
                .param("longest", longest.toMillis())
                .param("first", first.toMillis())
                .param("sequences", sequences(failed))
                .query(Long.class)
                .stream()
                .map(Duration::ofMillis)
                .min(Duration::compareTo)
                .orElse(longest);
    }

    private static List<Long> sequences(List<StoredMessage> messages) {
        return messages.stream().map(StoredMessage::sequence).toList();
    }

    private static StoredMessage read(ResultSet row, int number) throws SQLException {
        return new StoredMessage(
                row.getLong("sequence"),
                row.getString("order_id"),
                row.getString("message_id"),
                row.getString("routing_key"),
                row.getString("body"),
                new TraceContext(row.getString("traceparent"), row.getString("baggage")),
                row.getBoolean("followed"));
    }
}
