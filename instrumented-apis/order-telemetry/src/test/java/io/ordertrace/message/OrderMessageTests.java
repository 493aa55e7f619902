package io.ordertrace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ordertrace.telemetry.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderMessageTests {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    @Test
    void aLaterStatusIsNewsWhateverTheClocksSay() {
        assertThat(message(OrderStatus.SHIPPED).isNewsTo(OrderStatus.SUBMITTED, NOW.plusSeconds(60)))
                .isTrue();
    }

    @Test
    void aMessageThatComesTwiceIsNoNews() {
        assertThat(message(OrderStatus.SHIPPED).isNewsTo(OrderStatus.SHIPPED, NOW))
                .isFalse();
    }

    @Test
    void aMessageThatComesAfterALaterOneIsNoNews() {
        assertThat(message(OrderStatus.PRICE_CALCULATED).isNewsTo(OrderStatus.PACKAGED, NOW.minusSeconds(60)))
                .isFalse();
    }

    @Test
    void reworkIsNewsOnlyIfItHappenedAfterwards() {
        OrderMessage rework = message(OrderStatus.MANUFACTURING_STARTED);

        assertThat(rework.isNewsTo(OrderStatus.MANUFACTURING_COMPLETED, NOW.minusSeconds(60)))
                .isTrue();
        assertThat(rework.isNewsTo(OrderStatus.MANUFACTURING_COMPLETED, NOW)).isFalse();
    }

    @Test
    void aRejectedOrderStaysRejected() {
        assertThat(message(OrderStatus.SHIPPED).isNewsTo(OrderStatus.REJECTED, NOW.minusSeconds(60)))
                .isFalse();
    }

    @Test
    void aCancellationWinsOverWhatWasDecidedMeanwhile() {
        OrderMessage cancellation = message(OrderStatus.CANCELLED);

        for (OrderStatus known : List.of(
                OrderStatus.SUBMITTED,
                OrderStatus.PRICE_CALCULATED,
                OrderStatus.MANUFACTURING_APPROVED,
                OrderStatus.REJECTED)) {
            assertThat(cancellation.isNewsTo(known, NOW.plusSeconds(60))).isTrue();
            assertThat(message(known).isNewsTo(OrderStatus.CANCELLED, NOW.minusSeconds(60)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MANUFACTURING_STARTED", "MANUFACTURING_COMPLETED", "PACKAGED", "SHIPPED"})
    void whatIsBegunWinsOverACancellation(OrderStatus begun) {
        assertThat(message(OrderStatus.CANCELLED).isNewsTo(begun, NOW.minusSeconds(60)))
                .isFalse();
        assertThat(message(begun).isNewsTo(OrderStatus.CANCELLED, NOW.plusSeconds(60)))
                .isTrue();
    }

    /** Every pair of statuses that two services can reach at the same time ends the same way round both ways. */
    @ParameterizedTest
    @EnumSource
    void ofTwoStatusesOneWinsInEveryService(OrderStatus one) {
        for (OrderStatus other : OrderStatus.values()) {
            boolean oneWins = message(one).isNewsTo(other, NOW);
            boolean otherWins = message(other).isNewsTo(one, NOW);

            assertThat(oneWins && otherWins).as("%s and %s", one, other).isFalse();
        }
    }

    @Test
    void aStepOfTheManufactureIsNewsOnlyIfItIsLater() {
        assertThat(message(OrderStatus.SHIPPED).isNewsTo(OrderStatus.PACKAGED, NOW.minusSeconds(1)))
                .isTrue();
        assertThat(message(OrderStatus.MANUFACTURING_COMPLETED)
                        .isNewsTo(OrderStatus.MANUFACTURING_STARTED, NOW.plusSeconds(1)))
                .isFalse();
    }

    @Test
    void takesAStepBackOnlyIfTheStepSeemsToBeTheLaterOne() {
        OrderMessage cancellation = message(OrderStatus.CANCELLED);

        assertThat(cancellation.takesBack(OrderStatus.MANUFACTURING_APPROVED, NOW.plusSeconds(1)))
                .isTrue();
        assertThat(cancellation.takesBack(OrderStatus.MANUFACTURING_APPROVED, NOW.minusSeconds(1)))
                .isFalse();
        assertThat(message(OrderStatus.MANUFACTURING_STARTED).takesBack(OrderStatus.CANCELLED, NOW.plusSeconds(1)))
                .isTrue();
        assertThat(message(OrderStatus.MANUFACTURING_STARTED)
                        .takesBack(OrderStatus.MANUFACTURING_APPROVED, NOW.plusSeconds(1)))
                .isFalse();
    }

    @Test
    void theSameChangeHasTheSameIdAndAnotherChangeAnother() {
        assertThat(message(OrderStatus.SHIPPED).messageId())
                .isEqualTo(message(OrderStatus.SHIPPED).messageId())
                .isNotEqualTo(message(OrderStatus.PACKAGED).messageId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ORD 1", "ORD-1\n", "<script>", "a@b"})
    void refusesAnOrderIdThatIsNone(String orderId) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> message(orderId, BigDecimal.ONE))
                .withMessage("Message about an order with a missing or malformed orderId");
    }

    @Test
    void refusesANegativePrice() {
        assertThatIllegalArgumentException().isThrownBy(() -> message("ORD-0000042", new BigDecimal("-0.01")));
    }

    private static OrderMessage message(OrderStatus status) {
        return new OrderMessage("ORD-0000042", status, null, NOW, null, null, null, null, null, null);
    }

    private static OrderMessage message(String orderId, BigDecimal price) {
        return new OrderMessage(orderId, OrderStatus.PRICE_CALCULATED, null, NOW, null, null, null, null, null, price);
    }
}
