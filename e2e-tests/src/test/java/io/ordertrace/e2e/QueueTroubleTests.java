package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.stack.trouble.Trouble;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The message queue fails: the change itself stands, its message cannot be sent, and goes out when the trouble is over. */
@WithRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueTroubleTests {

    private final OrderRound round;

    QueueTroubleTests(RunningStack stack) {
        round = new OrderRound(stack);
    }

    @AfterAll
    void leave() {
        round.close();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "QUEUE_.*")
    void theMessageOfAnApprovalWaitsForTheQueue(Trouble trouble) {
        String order = round.priced();
        round.during(trouble, () -> {
            round.crm().approve(order);
            var publication =
                    round.failed("crm-api", order, trouble.kind().name().toLowerCase(Locale.ROOT) + " orders-mq");
            assertThat(publication.name()).isEqualTo("order.message");
            assertThat(publication.attributes())
                    .containsEntry("messaging.system", "rabbitmq")
                    .containsKey("messaging.message.id");
        });
        round.mes().take(order);
        if (trouble == Trouble.QUEUE_REJECTS_MESSAGES) {
            assertThat(round.sendMessagesAgain()).as("dead letters").isPositive();
        }
    }
}
