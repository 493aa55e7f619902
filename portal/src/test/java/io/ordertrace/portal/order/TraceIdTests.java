package io.ordertrace.portal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTests {

    @Test
    void keepsItsDigits() {
        assertThat(new TraceId("4bf92f3577b34da6a3ce929d0e0e4736")).hasToString("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(new SpanId("00f067aa0ba902b7")).hasToString("00f067aa0ba902b7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00000000000000000000000000000000",
                "4BF92F3577B34DA6A3CE929D0E0E4736",
                "4bf92f3577b34da6",
                "../../../../../../../../../../ab"
            })
    void refusesWhatIsNoTraceId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TraceId(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000000000000000", "00F067AA0BA902B7", "<script>alert(1)"})
    void refusesWhatIsNoSpanId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpanId(text));
    }
}
