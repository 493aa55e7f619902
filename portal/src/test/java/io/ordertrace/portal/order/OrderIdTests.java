package io.ordertrace.portal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ordertrace.portal.order.OrderIdRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderIdTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ORD-0001234",
                "  ORD-0001234\n",
                "\u00A0ORD-0001234\u00A0",
                "№ ORD-0001234",
                "№\u202FORD-0001234",
                "#ORD-0001234",
                "«ORD-0001234»,",
                "ORD-0001234.",
                "\uFEFFORD-\u200B0001234",
                "ORD\u20110001234",
                "ORD–0001234"
            })
    void forgivesWhatIsPastedAlong(String pasted) {
        assertThat(OrderId.parse(pasted)).isEqualTo(new OrderId("ORD-0001234"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "ORD-1/../2",
                "-ORD",
                "ЗАКАЗ-1",
                "ORD-1;drop",
                "ORD\u001B[31m",
                "ORD%20"
            })
    void refusesForeignCharacters(String text) {
        assertThatExceptionOfType(OrderIdRefused.class)
                .isThrownBy(() -> OrderId.parse(text))
                .withMessageNotContaining(text)
                .extracting(OrderIdRefused::reason)
                .isEqualTo(Reason.FOREIGN_CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "№", "\u00A0", "«»", ".."})
    void refusesNothing(String text) {
        assertThatExceptionOfType(OrderIdRefused.class)
                .isThrownBy(() -> OrderId.parse(text))
                .extracting(OrderIdRefused::reason)
                .isEqualTo(Reason.EMPTY);
    }

    @Test
    void takesSixtyFourCharactersAndRefusesOneMore() {
        assertThat(OrderId.parse("A".repeat(64)).value()).hasSize(64);
        assertThatExceptionOfType(OrderIdRefused.class)
                .isThrownBy(() -> OrderId.parse("A".repeat(65)))
                .extracting(OrderIdRefused::reason)
                .isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void refusesTenThousandCharacters() {
        assertThatExceptionOfType(OrderIdRefused.class)
                .isThrownBy(() -> OrderId.parse("A".repeat(10_000)))
                .extracting(OrderIdRefused::reason)
                .isEqualTo(Reason.TOO_LONG);
    }

    @Test
    void offersCapitalsAfterTheSpellingTyped() {
        assertThat(new OrderId("ord-7a").spellings()).containsExactly(new OrderId("ord-7a"), new OrderId("ORD-7A"));
        assertThat(new OrderId("ORD-7").spellings()).containsExactly(new OrderId("ORD-7"));
    }

    @Test
    void isStrictAboutItsValue() {
        assertThatExceptionOfType(OrderIdRefused.class).isThrownBy(() -> new OrderId(" ORD-1"));
    }
}
