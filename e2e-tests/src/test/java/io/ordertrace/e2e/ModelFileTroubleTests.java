package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.stack.trouble.Trouble;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The store of 3D files hangs, is away, does not let the services in, or has lost a file. */
@WithRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelFileTroubleTests {

    private final OrderRound round;

    ModelFileTroubleTests(RunningStack stack) {
        round = new OrderRound(stack);
    }

    @AfterAll
    void leave() {
        round.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"FILES_SILENT", "FILES_UNAVAILABLE", "FILES_ACCESS_DENIED"})
    void theCustomersModelIsNotTakenAndIsTakenAfterwards(Trouble trouble) {
        String[] order = new String[1];
        round.during(trouble, () -> {
            round.shop().fill("ring", 1, OrderRound.ring()).press();
            assertThat(round.shop().failure()).isNotBlank();
            order[0] = round.orderWithoutModel();
            round.failed("shop-api", order[0], trouble.kind().name().toLowerCase(Locale.ROOT) + " 3d-files");
        });
        round.shop().prepareModel(order[0], OrderRound.ring()).press();
        round.shop().awaitSent(order[0]);
        round.shop().awaitStatus(order[0], "PRICE_CALCULATED");
    }

    @Test
    void noPriceIsCalculatedFromAMissingModelAndThePriceComesWithTheFile() {
        String[] order = new String[1];
        round.during(Trouble.FILES_MISSING, () -> {
            order[0] = round.shop().order("ring", OrderRound.ring());
            var attempt = round.failed("mes-api", order[0], "error 3d-files");
            assertThat(attempt.name()).isEqualTo("order.status_change");
            round.spans("mes-api", order[0], span -> span.name().equals("order.dead_letter"));
        });
        assertThat(round.sendMessagesAgain()).isPositive();
        round.shop().awaitStatus(order[0], "PRICE_CALCULATED");
    }
}
