package io.ordertrace.portal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.Failure;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.source.jaeger.CapturedTraces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Histories of orders that went through the running stack, with troubles of every sort, as the services told them. */
class CapturedOrdersTests {

    @Test
    void anOrderThatWasFinishedWithARework() {
        OrderHistory history = history("finished", Duration.ofDays(1));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.DONE);
        assertThat(history.gaps()).isEmpty();
        assertThat(statuses(history))
                .containsExactly(
                        "CREATED",
                        "SUBMITTED",
                        "PRICE_CALCULATED",
                        "MANUFACTURING_APPROVED",
                        "MANUFACTURING_STARTED",
                        "MANUFACTURING_COMPLETED",
                        "MANUFACTURING_STARTED",
                        "MANUFACTURING_COMPLETED",
                        "PACKAGED",
                        "SHIPPED",
                        "CLOSED");
        assertThat(hops(history)).hasSize(19).allSatisfy(hop -> {
            assertThat(hop.processedAt()).isNotNull();
            assertThat(hop.message().queue()).isNotNull();
        });
        assertThat(failures(history)).isEmpty();
    }

    @Test
    void anOrderThatASellerRejected() {
        OrderHistory history = history("rejected", Duration.ofDays(1));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.REJECTED);
        assertThat(hops(history)).hasSize(5).noneMatch(hop -> hop.processedAt() == null);
    }

    @Test
    void anOrderThatItsCustomerCancelledIsNewsToTheOthersOnly() {
        OrderHistory history = history("cancelled-by-customer", Duration.ofDays(1));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.CANCELLED);
        assertThat(hops(history))
                .filteredOn(hop -> "order.cancelled".equals(hop.message().routingKey()))
                .extracting(MessageHop::consumer)
                .containsExactlyInAnyOrder("mes-api", "crm-api");
    }

    @Test
    void aB2bOrderComesFromMesAndIsPricedThere() {
        OrderHistory history = history("b2b", Duration.ofMinutes(1));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
        assertThat(statuses(history)).containsExactly("CREATED", "SUBMITTED", "PRICE_CALCULATED");
        assertThat(hops(history))
                .extracting(MessageHop::consumer)
                .containsExactlyInAnyOrder("mes-api", "shop-api", "crm-api");
    }

    @Test
    void aMessageThatWaitsForTheBroker() {
        OrderHistory history = history("broker-away", Duration.ofSeconds(5));
        assertThat(Histories.summary(history, Locale.ENGLISH))
                .startsWith("The message of Shop API has not been sent yet: the message queue – unavailable.");
        assertThat(hops(history)).singleElement().matches(MessageHop::notSent);
        assertThat(failures(history)).hasSize(2).noneMatch(Failure::recovered);
    }

    @Test
    void theSameMessageAfterTheBrokerCameBack() {
        OrderHistory history = history("broker-back", Duration.ofSeconds(5));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
        assertThat(failures(history)).hasSize(2).allMatch(Failure::recovered);
        assertThat(hops(history))
                .filteredOn(hop -> "order.submitted".equals(hop.message().routingKey()))
                .singleElement()
                .satisfies(hop -> assertThat(way(hop)).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(12)));
    }

    @Test
    void aMessageThatTheBrokerDidNotConfirmAndLaterDelivered() {
        OrderHistory history = history("no-confirms", Duration.ofSeconds(5));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
        assertThat(failures(history))
                .allMatch(Failure::recovered)
                .extracting(failure -> failure.fault().kind())
                .contains(Fault.Kind.HANG);
        assertThat(hops(history)).hasSize(3).noneMatch(hop -> hop.processedAt() == null);
    }

    @Test
    void aMessageThatTheBrokerReturns() {
        OrderHistory history = history("returned", Duration.ofSeconds(5));
        assertThat(Histories.summary(history, Locale.ENGLISH))
                .startsWith("The message of Shop API has not been sent yet: the message queue – error.");
    }

    @Test
    void aPoisonedMessageEndsInTheDeadLetterQueue() {
        OrderHistory history = history("poison", Duration.ofSeconds(20));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.FAILED);
        assertThat(Histories.summary(history, Locale.ENGLISH))
                .startsWith("MES API could not process the message from Shop API.")
                .contains("in queue mes.orders.dead", "Cause: the message itself is at fault.");
        assertThat(failures(history)).singleElement().satisfies(failure -> {
            assertThat(failure.fault().dependency()).isEqualTo("orders-mq");
            assertThat(failure.fault().type()).isNotNull();
        });
    }

    @Test
    void aPoisonedMessageThatCameAgainWhole() {
        OrderHistory history = history("poison-over", Duration.ofSeconds(20));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
        assertThat(hops(history)).hasSize(3).allMatch(hop -> hop.setback() == null && hop.processedAt() != null);
        assertThat(failures(history)).allMatch(Failure::recovered);
    }

    @Test
    void aMessagePutAsideBecauseTheModelIsMissingNamesTheStore() {
        OrderHistory history = history("files-missing", Duration.ofSeconds(20));
        assertThat(Histories.summary(history, Locale.ENGLISH))
                .startsWith("MES API could not process the message from Shop API.")
                .contains("in queue mes.orders.dead", "Cause: the store of 3D files – error.")
                .contains("Pass on to the file store engineer on call");
        assertThat(history.events())
                .filteredOn(event -> event instanceof StatusChange change && !change.committed())
                .hasSize(4);
        assertThat(failures(history)).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayWhileAMessageIsProcessed() {
        OrderHistory history = history("mes-db-away", Duration.ofMinutes(5));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.FAILED);
        assertThat(Histories.summary(history, Locale.ENGLISH)).contains("the MES database – unavailable");
    }

    @Test
    void aMessageThatGotLost() {
        OrderHistory history = history("lost", Duration.ofMinutes(1));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.LOST);
        assertThat(Histories.summary(history, Locale.ENGLISH)).startsWith("Lost between Shop API and MES API.");
        assertThat(history("lost", Duration.ofSeconds(5)).verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void aMessageDeliveredTwiceMakesOneHopAndOneStatus() {
        OrderHistory history = history("twice", Duration.ofSeconds(5));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
        assertThat(statuses(history)).containsExactly("CREATED", "SUBMITTED", "PRICE_CALCULATED");
        assertThat(hops(history)).hasSize(3);
    }

    @Test
    void aMessageDeliveredLate() {
        assertThat(hops(history("late", Duration.ofSeconds(5))))
                .filteredOn(hop -> "order.submitted".equals(hop.message().routingKey()))
                .singleElement()
                .satisfies(hop -> assertThat(way(hop)).isBetween(Duration.ofSeconds(12), Duration.ofSeconds(13)));
    }

    /** As it is read some time after the last span. */
    private static OrderHistory history(String name, Duration later) {
        CapturedTraces traces = CapturedTraces.of(name);
        Instant end = traces.find(traces.order(), Duration.ofSeconds(30)).events().stream()
                .map(OrderEvent::at)
                .max(Instant::compareTo)
                .orElseThrow();
        return new OrderHistories(
                        List.of(traces),
                        Histories.PROCESS,
                        Duration.ofSeconds(30),
                        Clock.fixed(end.plus(later), ZoneOffset.UTC))
                .find(traces.order());
    }

    private static List<String> statuses(OrderHistory history) {
        return history.committed().map(change -> change.status().code()).toList();
    }

    private static List<MessageHop> hops(OrderHistory history) {
        return all(history, MessageHop.class);
    }

    private static List<Failure> failures(OrderHistory history) {
        return all(history, Failure.class);
    }

    private static <T> List<T> all(OrderHistory history, Class<T> kind) {
        return history.events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static Duration way(MessageHop hop) {
        return Duration.between(Objects.requireNonNull(hop.dueAt()), Objects.requireNonNull(hop.processedAt()));
    }
}
