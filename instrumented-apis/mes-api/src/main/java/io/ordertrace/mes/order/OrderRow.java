package io.ordertrace.mes.order;

import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The columns of {@code manufacturing_order}. */
final class OrderRow {

    private OrderRow() {}

    static ManufacturingOrder read(ResultSet row, int number) throws SQLException {
        return new ManufacturingOrder(
                row.getString("order_id"),
                OrderStatus.valueOf(row.getString("status")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"),
                row.getString("user_id"),
                row.getString("api_user_id"),
                row.getString("seller_id"),
                row.getString("operator_id"),
                model(row),
                row.getBigDecimal("price"));
    }

    private static @Nullable StoredModel model(ResultSet row) throws SQLException {
        String key = row.getString("model_key");
        if (key == null) {
            return null;
        }
        return new StoredModel(
                key,
                row.getString("model_format"),
                row.getLong("model_size"),
                row.getLong("model_triangles"),
                row.getString("model_sha256"));
    }

    /** Gives a statement everything but the time of the change, which is sometimes the database's to say. */
    static StatementSpec bind(StatementSpec statement, OrderMessage order) {
        StoredModel model = order.model();
        return statement
                .param("orderId", order.orderId())
                .param("status", order.status().name())
                .param("userId", order.userId())
                .param("apiUserId", order.apiUserId())
                .param("sellerId", order.sellerId())
                .param("operatorId", order.operatorId())
                .param("modelKey", model == null ? null : model.key())
                .param("modelFormat", model == null ? null : model.format())
                .param("modelSize", model == null ? null : model.sizeBytes())
                .param("modelTriangles", model == null ? null : model.triangles())
                .param("modelSha256", model == null ? null : model.sha256())
                .param("price", order.price());
    }
}
