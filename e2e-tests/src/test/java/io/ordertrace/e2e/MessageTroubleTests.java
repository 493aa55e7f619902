package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrace.stack.trouble.Trouble;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A message between two services is lost, comes twice, comes late, or cannot be read. */
@WithRunningStack
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessageTroubleTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration DELAY = Duration.ofSeconds(6);

    private final OrderRound round;

    MessageTroubleTests(RunningStack stack) {
        round = new OrderRound(stack);
    }

    @AfterAll
    void leave() {
        round.close();
    }

    @Test
    void aLostMessageMakesTheOrderLostUntilItIsSentAgain() {
        String order = round.priced();
        round.during(Trouble.MESSAGES_LOST, () -> {
            round.crm().approve(order);
            JsonNode history = round.portal(
                    order,
                    "is lost",
                    one -> one.at("/verdict/kind").asString("").equals("lost"));
            assertThat(toMes(history).at("/message/processedAt").isMissingNode())
                    .isTrue();
        });
        assertThat(round.sendMessagesAgain()).isPositive();
        round.mes().take(order);
    }

    @Test
    void aMessageThatComesTwiceChangesTheOrderOnce() {
        String order = round.priced();
        round.during(Trouble.MESSAGES_TWICE, () -> {
            round.crm().approve(order);
            await().atMost(PATIENCE)
                    .until(() ->
                            round.spans("mes-api", order, span -> span.name().equals("order.approved process"))
                                            .size()
                                    == 2);
        });
        JsonNode history =
                round.portal(order, "is approved", one -> statuses(one).contains("MANUFACTURING_APPROVED"));
        assertThat(statuses(history)).containsOnlyOnce("MANUFACTURING_APPROVED").doesNotHaveDuplicates();
        round.mes().take(order);
    }

    @Test
    void aLateMessageShowsItsDelay() {
        String order = round.priced();
        round.during(Trouble.MESSAGES_LATE, () -> {
            round.crm().approve(order);
            await().atMost(PATIENCE).during(DELAY).until(() -> !isOnTheBoard(order));
        });
        JsonNode history = round.portal(
                order,
                "its message has come",
                one -> !toMes(one).at("/message/processedAt").isMissingNode());
        JsonNode message = toMes(history).get("message");
        assertThat(Duration.between(
                        OffsetDateTime.parse(message.get("publishedAt").asString()),
                        OffsetDateTime.parse(message.get("processedAt").asString())))
                .isGreaterThanOrEqualTo(DELAY);
        round.mes().take(order);
    }

    @Test
    void aPoisonedMessageEndsAsADeadLetter() {
        String order = round.priced();
        round.during(Trouble.MESSAGES_POISONED, () -> {
            round.crm().approve(order);
            var dead = round.spans("mes-api", order, span -> span.name().equals("order.dead_letter"))
                    .getFirst();
            assertThat(dead.attributes())
                    .containsEntry("jewelry.failure.class", "error")
                    .containsEntry("jewelry.failure.dependency", "orders-mq")
                    .containsEntry("messaging.destination.name", "mes.orders.dead")
                    .containsEntry("error", "true");
            round.failed("mes-api", order, "error orders-mq");
        });
        round.mes().take(order);
    }

    private boolean isOnTheBoard(String order) {
        return round.mes()
                .page()
                .locator("[data-testid=card][data-order-id='" + order + "']")
                .isVisible();
    }

    /** The approval's message on its way to the MES. */
    private static JsonNode toMes(JsonNode history) {
        return history.path("events")
                .valueStream()
                .filter(event -> event.at("/message/routingKey").asString("").equals("order.approved"))
                .filter(event ->
                        event.at("/message/queue").asString("mes.orders").equals("mes.orders"))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static List<String> statuses(JsonNode history) {
        return history.path("events")
                .valueStream()
                .filter(event -> event.path("outcome").asString("").equals("committed"))
                .map(event -> event.path("status").asString())
                .toList();
    }
}
