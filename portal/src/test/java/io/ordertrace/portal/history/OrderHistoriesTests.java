package io.ordertrace.portal.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.Evidence;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderStatus;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.Gap;
import io.ordertrace.portal.source.SourceUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderHistoriesTests {

    private static final Instant NOW = Story.START.plusSeconds(600);
    private static final Actor OPERATOR = new Actor(Actor.Role.OPERATOR, "op-17");

    @Test
    void ordersTracesByTheTimeOfChange() {
        List<OrderEvent> shuffled = new ArrayList<>(Story.priced().events());
        Collections.reverse(shuffled);
        FakeSource source = new FakeSource().knows("ORD-1", shuffled);
        assertThat(statuses(Histories.asking(source, NOW).find(new OrderId("ORD-1"))))
                .containsExactly("CREATED", "SUBMITTED", "PRICE_CALCULATED");
    }

    @Test
    void keepsCausalOrderInsideATraceAndDoubtsTheClock() {
        Story story = Story.begin();
        Evidence trace = story.newTrace("shop-api");
        story.add(change(trace, "CREATED", Story.START));
        story.add(change(story.sameTrace("mes-api"), "SUBMITTED", Story.START.minusSeconds(90)));
        OrderHistory history = Histories.of(story, NOW);
        assertThat(statuses(history)).containsExactly("CREATED", "SUBMITTED");
        assertThat(history.doubtfulClocks()).containsExactly("mes-api");
    }

    @Test
    void aSmallDifferenceOfClocksIsNotWorthANote() {
        Story story = Story.begin();
        Evidence trace = story.newTrace("shop-api");
        story.add(change(trace, "CREATED", Story.START));
        story.add(change(story.sameTrace("mes-api"), "SUBMITTED", Story.START.minusMillis(300)));
        assertThat(Histories.of(story, NOW).doubtfulClocks()).isEmpty();
    }

    @Test
    void showsReworkAsItHappened() {
        Story story = Story.begin()
                .changed("CREATED", null, "shop-api", OPERATOR, Story.START)
                .changed("MANUFACTURING_STARTED", "CREATED", "mes-api", OPERATOR, Story.START.plusSeconds(1))
                .changed(
                        "MANUFACTURING_COMPLETED",
                        "MANUFACTURING_STARTED",
                        "mes-api",
                        OPERATOR,
                        Story.START.plusSeconds(2))
                .changed(
                        "MANUFACTURING_STARTED",
                        "MANUFACTURING_COMPLETED",
                        "mes-api",
                        OPERATOR,
                        Story.START.plusSeconds(3))
                .changed(
                        "MANUFACTURING_COMPLETED",
                        "MANUFACTURING_STARTED",
                        "mes-api",
                        OPERATOR,
                        Story.START.plusSeconds(4));
        assertThat(statuses(Histories.of(story, NOW)))
                .containsExactly(
                        "CREATED",
                        "MANUFACTURING_STARTED",
                        "MANUFACTURING_COMPLETED",
                        "MANUFACTURING_STARTED",
                        "MANUFACTURING_COMPLETED");
    }

    @Test
    void addsAHopForEachDeclaredConsumerThatIsMissing() {
        Instant sent = Story.START.plusSeconds(31);
        Story story = Story.priced().delivered("order.priced", "mes-api", sent, "shop-api", sent.plusMillis(400), "m");
        List<MessageHop> hops = Histories.of(story, NOW).events().stream()
                .filter(MessageHop.class::isInstance)
                .map(MessageHop.class::cast)
                .toList();
        assertThat(hops)
                .satisfiesExactly(
                        shop -> {
                            assertThat(shop.consumer()).isEqualTo("shop-api");
                            assertThat(shop.message().queue()).isEqualTo("shop.orders");
                            assertThat(shop.processedAt()).isEqualTo(sent.plusMillis(400));
                        },
                        crm -> {
                            assertThat(crm.consumer()).isEqualTo("crm-api");
                            assertThat(crm.message().queue()).isEqualTo("crm.orders");
                            assertThat(crm.processedAt()).isNull();
                        });
    }

    @Test
    void saysThatTheBeginningIsMissing() {
        Story story = Story.begin().changed("SHIPPED", "PACKAGED", "mes-api", OPERATOR, Story.START);
        assertThat(Histories.of(story, NOW).gaps())
                .containsExactly(new Gap(Origin.JAEGER, Gap.Reason.OUTSIDE_RETENTION, List.of()));
        assertThat(Histories.of(Story.priced(), NOW).gaps()).isEmpty();
    }

    @Test
    void passesOnTheGapsOfItsSources() {
        Gap limit = new Gap(Origin.JAEGER, Gap.Reason.LIMIT_REACHED, List.of("mes-api"));
        assertThat(Histories.of(Story.priced(), NOW, limit).gaps()).containsExactly(limit);
    }

    @Test
    void findsTheOrderInCapitalsUnlessItExistsAsTyped() {
        FakeSource source = new FakeSource().knows("ORD-7A", Story.priced().events());
        OrderHistories histories = Histories.asking(source, NOW);
        assertThat(histories.find(new OrderId("ord-7a")).order()).hasToString("ORD-7A");
        source.knows("ord-7a", Story.priced().events());
        assertThat(histories.find(new OrderId("ord-7a")).order()).hasToString("ord-7a");
    }

    @Test
    void anUnknownOrderIsNamedTogetherWithWhereItWasLookedFor() {
        assertThatExceptionOfType(OrderNotFound.class)
                .isThrownBy(() -> Histories.asking(new FakeSource(), NOW).find(new OrderId("ORD-9")))
                .satisfies(notFound -> {
                    assertThat(notFound.order()).hasToString("ORD-9");
                    assertThat(notFound.searched()).containsExactly(Origin.JAEGER);
                });
    }

    @Test
    void aSourceThatIsDownIsNotAnUnknownOrder() {
        FakeSource source = new FakeSource().fails(SourceUnavailable.Reason.UNREACHABLE);
        assertThatExceptionOfType(SourceUnavailable.class)
                .isThrownBy(() -> Histories.asking(source, NOW).find(new OrderId("ORD-9")));
    }

    private static StatusChange change(Evidence evidence, String status, Instant at) {
        return new StatusChange(evidence, at, new OrderStatus(status), null, OPERATOR, null, null);
    }

    private static List<String> statuses(OrderHistory history) {
        return history.committed().map(change -> change.status().code()).toList();
    }
}
