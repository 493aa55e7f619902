package io.ordertrace.crm.order;

import io.ordertrace.listing.Cursor;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderStatus;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

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

    public Optional<Order> find(OrderId id) {
        return jdbc.sql("select * from customer_order where id = :id")
                .param("id", id.value())
                .query(OrderRow::map)
                .optional();
    }

    /** The orders after the place, the one that changed last first. */
    List<Order> list(@Nullable OrderStatus status, Cursor after, int limit) {
        return jdbc.sql("""
                        select * from customer_order
                        where (:status::text is null or status = :status) and (changed_at, id) < (:time, :id)
                        order by changed_at desc, id desc
                        limit :limit
                        """)
                .param("status", status == null ? null : status.name())
                .param("time", after.time())
                .param("id", after.orderId())
                .param("limit", limit)
                .query(OrderRow::map)
                .list();
    }

    /**
     * Moves the order, as it was read, to the status that the seller decided on.
     *
     * @return the database's time of the change
     * @throws ChangedMeanwhile if the order is no longer as it was read
     */
    public Instant decide(Order order, OrderStatus status, SellerId seller) {
        return jdbc.sql("""
                        update customer_order
                        set status = :status, changed_at = now(), seller_id = :seller, version = version + 1,
                            own_step = true
                        where id = :id and version = :version
                        returning changed_at
                        """)
                .param("id", order.id().value())
                .param("version", order.version())
                .param("status", status.name())
                .param("seller", seller.value())
                .query(Timestamp.class)
                .optional()
                .orElseThrow(() -> new ChangedMeanwhile(order.id()))
                .toInstant();
    }

    /**
     * Stores an order that the CRM hears of for the first time.
     *
     * @throws ChangedMeanwhile if it is there by now
     */
    public void insertCopy(OrderMessage news) {
        int rows = copy("""
                insert into customer_order (id, status, changed_at, user_id, api_user_id, price)
                values (:id, :status, :changedAt, :user, :apiUser, :price)
                on conflict do nothing
                """, news).update();
        if (rows == 0) {
            throw new ChangedMeanwhile(new OrderId(news.orderId()));
        }
    }

    /**
     * Stores what another service has made of the order, with that service's time of the change.
     *
     * @return when it was stored, by the database's clock
     * @throws ChangedMeanwhile if the order is no longer as it was read
     */
    public Instant updateCopy(Order order, OrderMessage news) {
        return copy("""
                        update customer_order
                        set status = :status, changed_at = :changedAt, version = version + 1, own_step = false,
                            user_id = coalesce(:user, user_id), api_user_id = coalesce(:apiUser, api_user_id),
                            price = coalesce(:price, price)
                        where id = :id and version = :version
                        returning clock_timestamp()
                        """, news)
                .param("version", order.version())
                .query(Timestamp.class)
                .optional()
                .orElseThrow(() -> new ChangedMeanwhile(order.id()))
                .toInstant();
    }

    private JdbcClient.StatementSpec copy(String sql, OrderMessage news) {
        return jdbc.sql(sql)
                .param("id", news.orderId())
                .param("status", news.status().name())
                .param("changedAt", OffsetDateTime.ofInstant(news.changedAt(), ZoneOffset.UTC))
                .param("user", news.userId())
                .param("apiUser", news.apiUserId())
                .param("price", news.price());
    }
}
