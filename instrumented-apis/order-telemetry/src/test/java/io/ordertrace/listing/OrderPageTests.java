package io.ordertrace.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderPageTests {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.123456Z");

    @Test
    void aCursorComesBackAsItWasGiven() {
        Cursor given = new Cursor(NOW.plusNanos(789), "ORD-0000042");

        assertThat(Cursor.valueOf(given.toString())).isEqualTo(given).isEqualTo(new Cursor(NOW, "ORD-0000042"));
        assertThat(given).hasToString("1770091506123456_ORD-0000042");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "_ORD-1", "x_ORD-1", "1_", "1_a b", "-1_ORD-1", "123456789012345678_ORD-1"})
    void refusesWhatWasNeverACursor(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.valueOf(text));
    }

    @Test
    void theLastOrderOfAFullPageIsWhereTheNextOneBegins() {
        assertThat(page(List.of("c", "b", "a"), 2))
                .isEqualTo(new OrderPage<>(List.of("C", "B"), new Cursor(NOW, "b").toString()));
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(page(List.of("b", "a"), 2)).isEqualTo(new OrderPage<>(List.of("B", "A"), null));
        assertThat(page(List.of(), 2)).isEqualTo(new OrderPage<>(List.of(), null));
    }

    private static OrderPage<String> page(List<String> found, int limit) {
        return OrderPage.of(found, limit, id -> new Cursor(NOW, id), id -> id.toUpperCase(Locale.ROOT));
    }
}
