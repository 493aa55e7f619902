package io.ordertrace.mes.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrace.telemetry.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ManufacturingOrderTests {

    @ParameterizedTest
    @CsvSource({
        "MANUFACTURING_APPROVED, MANUFACTURING_STARTED",
        "MANUFACTURING_STARTED, MANUFACTURING_COMPLETED",
        "MANUFACTURING_COMPLETED, MANUFACTURING_STARTED",
        "MANUFACTURING_COMPLETED, PACKAGED",
        "PACKAGED, SHIPPED"
    })
    void letsAnOperatorMakeTheNextStep(OrderStatus from, OrderStatus next) {
        ManufacturingOrder moved = in(from).workedOn(from, next, "op-17");

        assertThat(moved.status()).isEqualTo(next);
        assertThat(moved.operatorId()).isEqualTo("op-17");
        assertThat(moved.userId()).isEqualTo("anna");
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void shipsOnlyWhatIsPackaged(OrderStatus from) {
        assertStepOnlyFrom(OrderStatus.PACKAGED, from, OrderStatus.SHIPPED);
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void takesOnlyWhatIsApproved(OrderStatus from) {
        assertStepOnlyFrom(OrderStatus.MANUFACTURING_APPROVED, from, OrderStatus.MANUFACTURING_STARTED);
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void takesBackForReworkOnlyWhatIsCompleted(OrderStatus from) {
        assertStepOnlyFrom(OrderStatus.MANUFACTURING_COMPLETED, from, OrderStatus.MANUFACTURING_STARTED);
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void pricesOnlyWhatIsSubmitted(OrderStatus from) {
        if (from == OrderStatus.SUBMITTED) {
            assertThat(in(from).priced(BigDecimal.TEN).price()).isEqualTo(BigDecimal.TEN);
        } else {
            assertThatThrownBy(() -> in(from).priced(BigDecimal.TEN)).isInstanceOf(IllegalTransition.class);
        }
    }

    private static void assertStepOnlyFrom(OrderStatus allowed, OrderStatus from, OrderStatus next) {
        if (from == allowed) {
            assertThat(in(from).workedOn(allowed, next, "op-17").status()).isEqualTo(next);
        } else {
            assertThatThrownBy(() -> in(from).workedOn(allowed, next, "op-17"))
                    .isInstanceOf(IllegalTransition.class)
                    .hasMessageContaining(from + " cannot become " + next);
        }
    }

    private static ManufacturingOrder in(OrderStatus status) {
        @Nullable String nobody = null;
        return new ManufacturingOrder(
                "ORD-0000001", status, Instant.EPOCH, 0, "anna", nobody, nobody, nobody, null, null);
    }
}
