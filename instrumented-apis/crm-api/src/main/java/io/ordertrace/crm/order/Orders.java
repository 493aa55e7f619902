package io.ordertrace.crm.order;

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

    /** Those that changed last come first. */
    List<Order> latest(@Nullable OrderStatus status, int limit) {
        return jdbc.sql("""
                        select * from customer_order
                        where status = coalesce(:status, status)
                        order by changed_at desc, id
                        limit :limit
                        """)
                .param("status", status == null ? null : status.name())
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
                        set status = :status, changed_at = now(), seller_id = :seller, version = version + 1
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
        requireOneRow(news, copy("""
                insert into customer_order (id, status, changed_at, user_id, api_user_id, price)
                values (:id, :status, :changedAt, :user, :apiUser, :price)
                on conflict do nothing
                """, news).update());
    }

    /**
     * Stores what another service has made of the order, with that service's time of the change.
     *
     * @throws ChangedMeanwhile if the order is no longer as it was read
     */
    public void updateCopy(Order order, OrderMessage news) {
        requireOneRow(news, copy("""
                        update customer_order
                        set status = :status, changed_at = :changedAt, version = version + 1,
                            user_id = coalesce(:user, user_id), api_user_id = coalesce(:apiUser, api_user_id),
                            price = coalesce(:price, price)
                        where id = :id and version = :version
                        """, news).param("version", order.version()).update());
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

    private static void requireOneRow(OrderMessage news, int rows) {
        if (rows == 0) {
            throw new ChangedMeanwhile(new OrderId(news.orderId()));
        }
    }
}
