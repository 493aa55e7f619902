package io.ordertrace.mes.order;

import io.ordertrace.listing.Cursor;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderStatus;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The orders in the MES database. Every method commits on its own before it returns. */
@Repository
public class ManufacturingOrders {

    private final JdbcClient jdbc;

    ManufacturingOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws UnknownOrder if there is none */
    public ManufacturingOrder get(String orderId) {
        return find(orderId).orElseThrow(() -> new UnknownOrder(orderId));
    }

    public Optional<ManufacturingOrder> find(String orderId) {
        return jdbc.sql("select * from manufacturing_order where order_id = ?")
                .param(orderId)
                .query(OrderRow::read)
                .optional();
    }

    /**
     * The orders after the place, the one changed last first.
     *
     * @param operator only the orders that this operator worked on last
     */
    List<ManufacturingOrder> list(@Nullable OrderStatus status, @Nullable String operator, Cursor after, int limit) {
        return jdbc.sql("""
                        select * from manufacturing_order
                        where (:status::text is null or status = :status)
                            and (:operator::text is null or operator_id = :operator)
                            and (changed_at, order_id) < (:time, :id)
                        order by changed_at desc, order_id desc limit :limit""")
                .param("status", status == null ? null : status.name())
                .param("operator", operator)
                .param("time", after.time())
                .param("id", after.orderId())
                .param("limit", limit)
                .query(OrderRow::read)
                .list();
    }

    /** A number nobody has got before. */
    public long nextB2bNumber() {
        return jdbc.sql("select nextval('b2b_order_number')").query(Long.class).single();
    }

    /**
     * Stores a new B2B order, as yet without a model.
     *
     * @throws ChangedMeanwhile if there is one of that id already
     */
    @Transactional
    public ManufacturingOrder create(String orderId, String apiUserId) {
        return jdbc.sql("""
                        insert into manufacturing_order (order_id, status, changed_at, api_user_id)
                        values (?, 'CREATED', clock_timestamp(), ?)
                        on conflict (order_id) do nothing returning *""")
                .params(orderId, apiUserId)
                .query(OrderRow::read)
                .optional()
                .orElseThrow(() -> new ChangedMeanwhile(orderId));
    }

    /**
     * Stores an order that another service has told of, unless it is known already.
     *
     * @return whether it was not
     */
    public boolean receive(OrderMessage told) {
        int stored = OrderRow.bind(jdbc.sql("""
                        insert into manufacturing_order
                            (order_id, status, changed_at, user_id, api_user_id, seller_id, operator_id,
                             model_key, model_format, model_size, model_triangles, model_sha256, price)
                        values (:orderId, :status, :changedAt, :userId, :apiUserId, :sellerId, :operatorId,
                             :modelKey, :modelFormat, :modelSize, :modelTriangles, :modelSha256, :price)
                        on conflict (order_id) do nothing"""), told)
                .param("changedAt", offset(told.changedAt()))
                .update();
        return stored == 1;
    }

    /**
     * Stores a step of MES itself, at this moment by the database's clock.
     *
     * @return the order with that moment
     * @throws ChangedMeanwhile if the order is no longer what the step was made from
     */
    public ManufacturingOrder store(ManufacturingOrder changed) {
        return update(changed, null, "*", OrderRow::read);
    }

    /**
     * Stores a step that was made in another service, with its time.
     *
     * @return when it was stored, by the database's clock
     * @throws ChangedMeanwhile if the order is no longer what the step was made from
     */
    public Instant storeCopy(ManufacturingOrder changed) {
        return update(
                changed,
                offset(changed.changedAt()),
                "clock_timestamp()",
                (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant());
    }

    private <T> T update(
            ManufacturingOrder changed, @Nullable OffsetDateTime changedAt, String returned, RowMapper<T> reader) {
        return OrderRow.bind(jdbc.sql("""
                        update manufacturing_order set
                            status = :status, changed_at = coalesce(:changedAt, clock_timestamp()),
                            version = version + 1, seller_id = :sellerId, operator_id = :operatorId,
                            model_key = :modelKey, model_format = :modelFormat, model_size = :modelSize,
                            model_triangles = :modelTriangles, model_sha256 = :modelSha256, price = :price
                        where order_id = :orderId and version = :version returning %s""".formatted(returned)), changed.message(null))
                .param("version", changed.version())
                .param("changedAt", changedAt, Types.TIMESTAMP_WITH_TIMEZONE)
                .query(reader)
                .optional()
                .orElseThrow(() -> new ChangedMeanwhile(changed.orderId()));
    }

    private static OffsetDateTime offset(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
