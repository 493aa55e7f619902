package io.ordertrace.telemetry;

import static io.ordertrace.telemetry.OrderStatus.CANCELLED;
import static io.ordertrace.telemetry.OrderStatus.CLOSED;
import static io.ordertrace.telemetry.OrderStatus.CREATED;
import static io.ordertrace.telemetry.OrderStatus.MANUFACTURING_APPROVED;
import static io.ordertrace.telemetry.OrderStatus.MANUFACTURING_COMPLETED;
import static io.ordertrace.telemetry.OrderStatus.MANUFACTURING_STARTED;
import static io.ordertrace.telemetry.OrderStatus.PACKAGED;
import static io.ordertrace.telemetry.OrderStatus.PRICE_CALCULATED;
import static io.ordertrace.telemetry.OrderStatus.REJECTED;
import static io.ordertrace.telemetry.OrderStatus.SHIPPED;
import static io.ordertrace.telemetry.OrderStatus.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderStatusTests {

    @Test
    void nineStatusesLeadFromCreatedToClosedOneStepAtATime() {
        List<OrderStatus> path = List.of(
                CREATED,
                SUBMITTED,
                PRICE_CALCULATED,
                MANUFACTURING_APPROVED,
                MANUFACTURING_STARTED,
                MANUFACTURING_COMPLETED,
                PACKAGED,
                SHIPPED,
                CLOSED);

        for (int i = 1; i < path.size(); i++) {
            assertThat(path.get(i - 1).canBecome(path.get(i))).isTrue();
            assertThat(CREATED.leadsTo(path.get(i))).isTrue();
        }
        assertThat(CREATED.canBecome(PRICE_CALCULATED)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void noStatusFollowsItself(OrderStatus status) {
        assertThat(status.canBecome(status)).isFalse();
        assertThat(status.leadsTo(status)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void nothingFollowsTheEnd(OrderStatus any) {
        assertThat(CLOSED.canBecome(any)).isFalse();
        assertThat(REJECTED.canBecome(any)).isFalse();
        assertThat(CANCELLED.canBecome(any)).isFalse();
    }

    @Test
    void reworkIsAStepButNotForward() {
        assertThat(MANUFACTURING_COMPLETED.canBecome(MANUFACTURING_STARTED)).isTrue();
        assertThat(MANUFACTURING_COMPLETED.leadsTo(MANUFACTURING_STARTED)).isFalse();
        assertThat(MANUFACTURING_STARTED.leadsTo(SHIPPED)).isTrue();
    }

    @Test
    void anApprovedOrderIsNotRejectedAnyMore() {
        assertThat(PRICE_CALCULATED.canBecome(REJECTED)).isTrue();
        assertThat(MANUFACTURING_APPROVED.leadsTo(REJECTED)).isFalse();
    }
}
