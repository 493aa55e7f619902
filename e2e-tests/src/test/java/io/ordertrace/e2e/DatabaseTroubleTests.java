package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.stack.trouble.Trouble;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database hangs, is away or refuses: the step that a person tries fails so, and succeeds when the trouble is over. */
@WithRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseTroubleTests {

    private final OrderRound round;

    DatabaseTroubleTests(RunningStack stack) {
        round = new OrderRound(stack);
    }

    @AfterAll
    void leave() {
        round.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "SHOP_DB_.*")
    void theSellersApprovalFailsWithTheShopsDatabaseAndSucceedsAfterwards(Trouble trouble) {
        String order = round.priced();
        round.during(trouble, () -> {
            round.crm().press(order, "approve");
            assertThat(round.crm().failure()).isNotBlank();
            round.failed("crm-api", order, failureOf(trouble));
        });
        round.crm().approve(order);
        round.mes().card(order, "take");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "MES_DB_.*")
    void theOperatorsStepFailsWithTheManufacturesDatabaseAndSucceedsAfterwards(Trouble trouble) {
        String order = round.approved();
        round.during(trouble, () -> {
            round.mes().press(order, "take");
            assertThat(round.mes().failure()).isNotBlank();
            round.failed("mes-api", order, failureOf(trouble));
        });
        round.mes().take(order);
    }

    private static String failureOf(Trouble trouble) {
        return trouble.kind().name().toLowerCase(Locale.ROOT) + " " + trouble.system();
    }
}
