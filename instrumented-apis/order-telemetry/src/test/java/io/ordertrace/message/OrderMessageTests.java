package io.ordertrace.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ordertrace.telemetry.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
