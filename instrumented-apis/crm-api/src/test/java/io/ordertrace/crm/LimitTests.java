package io.ordertrace.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.telemetry.OrderStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;

/** Nothing waits without an end, and readiness does not ask who can be done without. */
@CrmApiTest
class LimitTests {

    @Autowired
    Seller seller;

    @Autowired
    Manufacture manufacture;

    @Autowired
    InMemorySpanExporter spans;

    @Autowired
    DataSource database;

    @Autowired
    HealthEndpointGroups groups;

    @Test
    void aRowThatSomebodyElseHoldsFailsTheChangeInBoundedTimeAsAHang() throws SQLException {
        String id = manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
        try (Connection other = database.getConnection()) {
            hold(other, id);
            long start = System.nanoTime();

            seller.decides("approve", id).expectStatus().isEqualTo(503);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
            other.rollback();
            other.setAutoCommit(true);
        }
        SpanData attempt = spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("order.status_change"))
                .filter(span -> id.equals(span.getAttributes().get(AttributeKey.stringKey("jewelry.order.id"))))
                .toList()
                .getLast();
        assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attempt.getAttributes().get(AttributeKey.stringKey("jewelry.failure.class")))
                .isEqualTo("hang");
        assertThat(attempt.getAttributes().get(AttributeKey.stringKey("jewelry.failure.dependency")))
                .isEqualTo("shop-db");

        seller.decides("approve", id).expectStatus().isOk();
    }

    @Test
    void theDatabaseKnowsTheLimits() throws SQLException {
        assertThat(setting("lock_timeout")).isEqualTo("3s");
        assertThat(setting("statement_timeout")).isEqualTo("6s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("20s");
    }

    @Test
    void readinessNeedsTheDatabaseAndNotWhatCanBeDoneWithout() {
        HealthEndpointGroup readiness = Objects.requireNonNull(groups.get("readiness"));

        assertThat(readiness.isMember("db")).isTrue();
        assertThat(readiness.isMember("rabbit")).isFalse();
        assertThat(readiness.isMember("modelStore")).isFalse();
    }

    private String setting(String name) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement show = connection.prepareStatement("select current_setting(?)")) {
            show.setString(1, name);
            try (var row = show.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static void hold(Connection connection, String id) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement lock =
                connection.prepareStatement("select * from customer_order where id = ? for update")) {
            lock.setString(1, id);
            lock.executeQuery();
        }
    }
}
