package io.ordertrace.shop.order;

import io.ordertrace.listing.Cursor;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of orders. Each method is one statement, committed when it returns. */
@Repository
public class Orders {

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws UnknownOrder if there is no such order */
    public Order get(OrderId id) {
        return find(id).orElseThrow(() -> new UnknownOrder(id));
    }

    private Optional<Order> find(OrderId id) {
        return jdbc.sql("select * from customer_order where id = :id")
                .param("id", id.value())
                .query(OrderRow::map)
                .optional();
    }

    /** The user's orders after the place, the one that changed last first. */
    List<Order> list(UserId user, @Nullable OrderStatus status, Cursor after, int limit) {
        return jdbc.sql("""
                        select * from customer_order
                        where user_id = :user and (:status::text is null or status = :status)
                            and (changed_at, id) < (:time, :id)
                        order by changed_at desc, id desc
                        limit :limit
                        """)
                .param("user", user.value())
                .param("status", status == null ? null : status.name())
                .param("time", after.time())
                .param("id", after.orderId())
                .param("limit", limit)
                .query(OrderRow::map)
                .list();
    }

    OrderId nextId() {
        return OrderId.of(
                jdbc.sql("select nextval('order_number')").query(Long.class).single());
    }

    /** @return the database's time of the change */
    @Transactional
    Instant insert(OrderId id, UserId user, NewOrder order) {
        return jdbc.sql("""
                        insert into customer_order (id, user_id, item, quantity, status, own_step)
                        values (:id, :user, :item, :quantity, :status, true)
                        returning changed_at
                        """)
                .param("id", id.value())
                .param("user", user.value())
                .param("item", order.item())
                .param("quantity", order.quantity())
                .param("status", OrderStatus.CREATED.name())
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /**
     * Moves the order, as it was read, to SUBMITTED with its model.
     *
     * @return the database's time of the change
     * @throws ChangedMeanwhile if the order is no longer as it was read
     */
    public Instant submit(Order order, OrderModel model) {
        StoredModel stored = model.stored();
        return jdbc.sql("""
                        update customer_order
                        set status = :status, changed_at = now(), version = version + 1, own_step = true,
                            model_file_name = :fileName, model_key = :key, model_format = :format,
                            model_size_bytes = :size, model_triangles = :triangles, model_sha256 = :sha256
                        where id = :id and version = :version
                        returning changed_at
                        """)
                .param("id", order.id().value())
                .param("version", order.version())
                .param("status", OrderStatus.SUBMITTED.name())
                .param("fileName", model.fileName())
                .param("key", stored.key())
                .param("format", stored.format())
                .param("size", stored.sizeBytes())
                .param("triangles", stored.triangles())
                .param("sha256", stored.sha256())
                .query(Timestamp.class)
                .optional()
                .orElseThrow(() -> new ChangedMeanwhile(order.id()))
                .toInstant();
    }

    /**
     * Moves the order, as it was read, to CANCELLED.
     *
     * @return the database's time of the change
     * @throws ChangedMeanwhile if the order is no longer as it was read
     */
    public Instant cancel(Order order) {
        return jdbc.sql("""
                        update customer_order
                        set status = :status, changed_at = now(), version = version + 1, own_step = true
                        where id = :id and version = :version
                        returning changed_at
                        """)
                .param("id", order.id().value())
                .param("version", order.version())
                .param("status", OrderStatus.CANCELLED.name())
                .query(Timestamp.class)
                .optional()
                .orElseThrow(() -> new ChangedMeanwhile(order.id()))
                .toInstant();
    }

    /**
     * Stores what another service has made of the order, with that service's time of the change.
     *
     * @return when it was stored, by the database's clock
     * @throws ChangedMeanwhile if the order is no longer as it was read
     */
    public Instant storeCopy(Order order, OrderMessage news) {
        return jdbc.sql("""
                        update customer_order
                        set status = :status, changed_at = :changedAt, price = coalesce(:price, price),
                            version = version + 1, own_step = false
                        where id = :id and version = :version
                        returning clock_timestamp()
                        """)
                .param("id", order.id().value())
                .param("version", order.version())
                .param("status", news.status().name())
                .param("changedAt", OffsetDateTime.ofInstant(news.changedAt(), ZoneOffset.UTC))
                .param("price", news.price())
                .query(Timestamp.class)
                .optional()
                .orElseThrow(() -> new ChangedMeanwhile(order.id()))
                .toInstant();
    }
}
