package io.ordertrace.shop.order;

import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How a row becomes an {@link Order}. */
final class OrderRow {

    private OrderRow() {}

    static Order map(ResultSet row, int number) throws SQLException {
        return new Order(
                new OrderId(row.getString("id")),
                new UserId(row.getString("user_id")),
                row.getString("item"),
                row.getInt("quantity"),
                OrderStatus.valueOf(row.getString("status")),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"),
                row.getBoolean("own_step"),
                model(row),
                row.getBigDecimal("price"));
    }

    private static @Nullable OrderModel model(ResultSet row) throws SQLException {
        String key = row.getString("model_key");
        if (key == null) {
            return null;
        }
        StoredModel stored = new StoredModel(
                key,
                row.getString("model_format"),
                row.getLong("model_size_bytes"),
                row.getLong("model_triangles"),
                row.getString("model_sha256"));
        return new OrderModel(row.getString("model_file_name"), stored);
    }
}
