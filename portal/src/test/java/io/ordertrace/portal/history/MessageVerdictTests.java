package io.ordertrace.portal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.Gap;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How an order stands when a message of it does not go the usual way. */
class MessageVerdictTests {

    private static final Instant APPROVED = Story.START.plus(Duration.ofHours(3));
    private static final Instant SENT = APPROVED.plusSeconds(1);
    private static final Instant NOW = APPROVED.plus(Duration.ofMinutes(10));
    private static final Actor SELLER = new Actor(Actor.Role.SELLER, "seller-17");
    private static final Fault BROKER_AWAY =
            new Fault(Fault.Kind.UNAVAILABLE, "orders-mq", "java.net.ConnectException", "secret text");
    private static final Fault POISON = new Fault(Fault.Kind.ERROR, "orders-mq", "JacksonException", "secret text");
    private static final Fault DATABASE_HANGS = new Fault(Fault.Kind.HANG, "mes-db", "PSQLException", "secret text");

    @Test
    void aMessageThatDoesNotGetOutIsFailedAndNotLostAndSaysSinceWhen() {
        Story story = approved()
                .notSent("order.approved", "crm-api", SENT, BROKER_AWAY, "7f3a")
                .failedOver("7f3a", "crm-api", SENT.plusSeconds(1), BROKER_AWAY)
                .failedOver("7f3a", "crm-api", SENT.plusSeconds(60), BROKER_AWAY);

        OrderHistory history = Histories.of(story, NOW);

        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.FAILED);
        assertThat(history.verdict().since()).isEqualTo(SENT);
        assertThat(history.verdict().service()).isEqualTo("crm-api");
        assertThat(Histories.summary(history, Histories.RUSSIAN))
                .startsWith("Сообщение от CRM API ещё не отправлено: очередь сообщений — недоступно.")
                .contains(
                        "Сообщение order.approved (id 7f3a) ещё не отправлено из CRM API: очередь сообщений — недоступно."
                                + " Отправка не удаётся с 18 ноя 2026, 12:14:03\u00A0МСК")
                .endsWith(
                        "Передать дежурному по очереди сообщений: сообщение уйдёт само, когда причина будет устранена."
                                + " Повторять ничего не нужно.")
                .doesNotContain("ConnectException", "secret");
        assertThat(Histories.summary(history, Locale.ENGLISH))
                .startsWith("The message of CRM API has not been sent yet: the message queue – unavailable.")
                .contains("Pass on to the message queue engineer on call");
    }

    @Test
    void aMessageThatIsNotSentWaitsForEachOfItsConsumers() {
        Story story = approved().notSent("order.approved", "crm-api", SENT, BROKER_AWAY, "7f3a");
        assertThat(hops(Histories.of(story, NOW)))
                .allMatch(MessageHop::notSent)
                .extracting(MessageHop::consumer)
                .containsExactly("mes-api", "shop-api");
    }

    @Test
    void aMessageThatWasSentInTheEndStopsNothing() {
        Instant late = SENT.plusSeconds(120);
        Story story = approved()
                .delivered("order.approved", "crm-api", late, "mes-api", late.plusMillis(90), "7f3a")
                .alsoDelivered("order.approved", "crm-api", late, "shop-api", late.plusMillis(90), "7f3a");
        assertThat(Histories.of(story, NOW).verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void aMessagePutAsideIsFailedWithQueueMessageAndRootCause() {
        Story story = approved()
                .putAside("order.approved", "crm-api", SENT, "mes-api", DATABASE_HANGS, "mes.orders.dead", "7f3a")
                .failedOver("7f3a", "mes-api", SENT.plusSeconds(9), DATABASE_HANGS);

        OrderHistory history = Histories.of(story, SENT.plusSeconds(20));

        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.FAILED);
        assertThat(history.verdict().service()).isEqualTo("mes-api");
        assertThat(history.verdict().cause()).isInstanceOf(MessageHop.class);
        assertThat(Histories.summary(history, Histories.RUSSIAN))
                .startsWith("MES API не смог обработать сообщение от CRM API.")
                .contains("Сообщение order.approved (id 7f3a) от CRM API отложено 18 ноя 2026, 12:14:12\u00A0МСК")
                .contains("в очередь mes.orders.dead: MES API не смог его обработать."
                        + " Причина: база данных MES не отвечает (зависание).")
                .endsWith(
                        "Передать дежурному администратору баз данных: устранить причину и вернуть сообщение из очереди"
                                + " mes.orders.dead в обработку.");
    }

    @Test
    void aMessageThatIsItselfAtFaultIsNotBlamedOnTheBroker() {
        Story story = approved().putAside("order.approved", "crm-api", SENT, "mes-api", POISON, "mes.orders.dead", "x");
        assertThat(Histories.summary(Histories.of(story, SENT.plusSeconds(20)), Locale.ENGLISH))
                .contains("Cause: the message itself is at fault.")
                .contains("Pass on to the MES engineer on call");
    }

    @Test
    void aStrangeMessageStopsNoOrderWhoseOwnMessageArrived() {
        Story story = approved()
                .delivered("order.approved", "crm-api", SENT, "mes-api", SENT.plusMillis(90), "7f3a")
                .alsoDelivered("order.approved", "crm-api", SENT, "shop-api", SENT.plusMillis(90), "7f3a")
                .putAside("order.approved", "crm-api", SENT.plusSeconds(9), "mes-api", POISON, "mes.orders.dead", "x");
        assertThat(Histories.of(story, SENT.plusSeconds(20)).verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void aMessagePutAsideEarlierDoesNotMatterOnceTheOrderWentOn() {
        Story story = Story.priced()
                .putAside("order.priced", "mes-api", SENT.minusSeconds(60), "shop-api", POISON, "shop.orders.dead", "x")
                .changed("MANUFACTURING_APPROVED", "PRICE_CALCULATED", "crm-api", SELLER, APPROVED);
        assertThat(Histories.of(story, APPROVED.plusSeconds(5)).verdict().kind())
                .isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void aCopyReceivedOutsideTheSendersTraceIsTheSameMessage() {
        Story story = approved()
                .sent("order.approved", "crm-api", SENT, "7f3a")
                .received("order.approved", "mes-api", SENT.plusSeconds(40), "7f3a")
                .received("order.approved", "mes-api", SENT.plusSeconds(80), "7f3a")
                .received("order.approved", "shop-api", SENT.plusSeconds(1), "7f3a");

        OrderHistory history = Histories.of(story, NOW);

        assertThat(hops(history)).hasSize(2).allSatisfy(hop -> {
            assertThat(hop.publisher()).isEqualTo("crm-api");
            assertThat(hop.publishedAt()).isEqualTo(SENT);
        });
        assertThat(hops(history))
                .filteredOn(hop -> "mes-api".equals(hop.consumer()))
                .singleElement()
                .extracting(MessageHop::processedAt)
                .isEqualTo(SENT.plusSeconds(40).plusMillis(50));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void aMessageWhoseConsumerSeemsToBeAtWorkGetsMoreTimeBeforeItIsLost() {
        Story story = approved().sent("order.approved", "crm-api", SENT, "7f3a");
        Gap atWork = new Gap(Origin.JAEGER, Gap.Reason.ORPHAN_SPANS, List.of("mes-api", "shop-api"));
        assertThat(Histories.of(story, SENT.plusSeconds(60), atWork).verdict().kind())
                .isEqualTo(Verdict.Kind.IN_PROGRESS);
        assertThat(Histories.of(story, SENT.plusSeconds(400), atWork).verdict().kind())
                .isEqualTo(Verdict.Kind.LOST);
    }

    @Test
    void aCancelledOrderIsOverWhoeverCancelledIt() {
        for (String service : List.of("shop-api", "crm-api")) {
            Actor actor = service.equals("shop-api") ? new Actor(Actor.Role.CUSTOMER, "user-42") : SELLER;
            Story story = Story.priced()
                    .changed("CANCELLED", "PRICE_CALCULATED", service, actor, APPROVED)
                    .notSent("order.cancelled", service, SENT, BROKER_AWAY, "c-1");
            OrderHistory history = Histories.of(story, NOW);
            assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.CANCELLED);
            assertThat(hops(history)).hasSize(2).noneMatch(hop -> service.equals(hop.consumer()));
        }
    }

    private static Story approved() {
        return Story.priced().changed("MANUFACTURING_APPROVED", "PRICE_CALCULATED", "crm-api", SELLER, APPROVED);
    }

    private static List<MessageHop> hops(OrderHistory history) {
        return history.events().stream()
                .filter(MessageHop.class::isInstance)
                .map(MessageHop.class::cast)
                .toList();
    }
}
