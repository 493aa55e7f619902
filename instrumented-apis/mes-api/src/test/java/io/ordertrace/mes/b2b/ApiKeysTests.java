package io.ordertrace.mes.b2b;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeysTests {

    private static final String ONE = "0123456789abcdef";
    private static final String TWO = "fedcba9876543210";

    @Test
    void findsTheHolderOfAKey() {
        ApiKeys keys = new ApiKeys("acme:" + ONE + ", big.gems:" + TWO);

        assertThat(keys.userOf(ONE)).isEqualTo("acme");
        assertThat(keys.userOf(TWO)).isEqualTo("big.gems");
    }

    @Test
    void letsAUserHoldTwoKeysWhileOneIsReplaced() {
        ApiKeys keys = new ApiKeys("acme:" + ONE + ",acme:" + TWO);

        assertThat(keys.userOf(ONE)).isEqualTo(keys.userOf(TWO));
    }

    @Test
    void takesAColonForAPartOfTheKey() {
        assertThat(new ApiKeys("acme:" + ONE + ":x").userOf(ONE + ":x")).isEqualTo("acme");
    }

    @Test
    void knowsNobodyElse() {
        ApiKeys keys = new ApiKeys("acme:" + ONE);

        for (String stranger : List.of("", TWO, ONE.toUpperCase(java.util.Locale.ROOT), ONE + "0", ONE.substring(1))) {
            assertThatThrownBy(() -> keys.userOf(stranger)).isInstanceOf(UnknownApiKey.class);
        }
        assertThatThrownBy(() -> keys.userOf(null)).isInstanceOf(UnknownApiKey.class);
    }

    @Test
    void letsNobodyInWithoutAnyKeys() {
        assertThatThrownBy(() -> new ApiKeys("").userOf("")).isInstanceOf(UnknownApiKey.class);
        assertThatThrownBy(() -> new ApiKeys(" ").userOf(null)).isInstanceOf(UnknownApiKey.class);
    }

    @Test
    void refusesAListItMightMisreadWithoutRepeatingIt() {
        for (String list : List.of(ONE, "acme:short", "acme:" + ONE + ",", ":" + ONE, "a b:" + ONE)) {
            assertThatThrownBy(() -> new ApiKeys(list))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(ONE)
                    .hasMessageContaining("apiUserId:key");
        }
    }
}
