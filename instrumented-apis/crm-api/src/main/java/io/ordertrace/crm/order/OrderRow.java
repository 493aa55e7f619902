package io.ordertrace.crm.order;

import io.ordertrace.telemetry.OrderStatus;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How a row becomes an {@link Order}. */
final class OrderRow {

    private OrderRow() {}

    static Order map(ResultSet row, int number) throws SQLException {
        String seller = row.getString("seller_id");
        return new Order(
                new OrderId(row.getString("id")),
                OrderStatus.valueOf(row.getString("status")),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"),
                row.getBoolean("own_step"),
                row.getString("user_id"),
                row.getString("api_user_id"),
                seller == null ? null : new SellerId(seller),
                row.getBigDecimal("price"));
    }
}
