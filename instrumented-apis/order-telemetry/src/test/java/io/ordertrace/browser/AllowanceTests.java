package io.ordertrace.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTests {

    private static final int BATCH = 64 * 1024;

    @Test
    void anAddressThatSendsTooMuchHasToWaitWhileOthersMaySend() {
        Allowance allowance = allowance(2 * BATCH, 100 * BATCH);

        assertThat(allowance.use("10.0.0.1", BATCH)).isEmpty();
        assertThat(allowance.use("10.0.0.1", BATCH)).isEmpty();
        assertThat(allowance.use("10.0.0.1", BATCH).orElseThrow()).isGreaterThan(1000);
        assertThat(allowance.use("10.0.0.2", BATCH)).isEmpty();
    }

    @Test
    void manyAddressesTogetherHaveOneLimit() {
        Allowance allowance = allowance(2 * BATCH, 3 * BATCH);

        for (int i = 0; i < 3; i++) {
            assertThat(allowance.use("10.0.0." + i, BATCH)).isEmpty();
        }
        assertThat(allowance.use("10.0.0.9", BATCH)).isPresent();
    }

    @Test
    void whatTheTotalRefusesIsNotCountedAgainstTheAddress() {
        Allowance allowance = allowance(BATCH, BATCH);
        assertThat(allowance.use("10.0.0.1", BATCH - 1024)).isEmpty();

        assertThat(allowance.use("10.0.0.2", BATCH)).isPresent();
        assertThat(allowance.use("10.0.0.2", 1)).isEmpty();
    }

    @Test
    void anEmptyRequestCostsSomething() {
        Allowance allowance = allowance(BATCH, 100 * BATCH);

        for (int i = 0; i < 64; i++) {
            assertThat(allowance.use("10.0.0.1", 0)).isEmpty();
        }
        assertThat(allowance.use("10.0.0.1", 0)).isPresent();
    }

    /** Next to nothing comes back while the test runs: one byte a second. */
    private static Allowance allowance(int burst, int totalBurst) {
        Duration any = Duration.ofSeconds(1);
        return new Allowance(new BrowserSpansSettings(
                URI.create("http://127.0.0.1:1"), "token", 1, burst, 1, totalBurst, 1, any, any));
    }
}
