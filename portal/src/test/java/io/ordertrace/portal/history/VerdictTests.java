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

class VerdictTests {

    private static final Instant PRICED = Story.START.plusSeconds(30);
    private static final Instant APPROVED = Story.START.plus(Duration.ofHours(3));
    private static final Actor SELLER = new Actor(Actor.Role.SELLER, "seller-17");
    private static final Fault S3_HANGS = new Fault(Fault.Kind.HANG, "s3", "SocketTimeoutException", "secret text");

    @Test
    void inProgressWhileWithinTheExpectedTime() {
        OrderHistory history = Histories.of(Story.priced(), PRICED.plus(Duration.ofHours(1)));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
        assertThat(history.verdict().since()).isEqualTo(PRICED);
        assertThat(Histories.summary(history, Histories.RUSSIAN))
                .isEqualTo(
                        "Идёт как обычно: Цена рассчитана. Статус «Цена рассчитана» с 18 ноя 2026, 09:14:32\u00A0МСК "
                                + "(1 ч назад): система, MES API. Обычно в этом статусе до 4 ч. "
                                + "Дальше «Подтверждён»: продавец, CRM API. Ничего делать не нужно, заказ идёт как обычно.");
    }

    @Test
    void lateWhenLongerThanExpected() {
        OrderHistory history =
                Histories.of(Story.priced(), PRICED.plus(Duration.ofHours(4)).plusSeconds(61));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.LATE);
        assertThat(Histories.summary(history, Histories.RUSSIAN))
                .contains("Задерживается: Цена рассчитана.")
                .contains("Обычно в этом статусе до 4 ч, сейчас на 1 мин 1 с дольше.")
                .endsWith("Спросить продавца, почему заказ стоит.");
    }

    @Test
    void lostWhenAMessageIsNotProcessedInTime() {
        Story story = approved().sent("order.approved", "crm-api", APPROVED.plusMillis(20), "7f3a");
        OrderHistory history = Histories.of(story, APPROVED.plus(Duration.ofMinutes(12)));

        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.LOST);
        assertThat(Histories.summary(history, Histories.RUSSIAN))
                .startsWith("Потерян между CRM API и MES API. ")
                .contains(
                        "Статус «Подтверждён» с 18 ноя 2026, 12:14:02\u00A0МСК (12 мин назад): продавец seller-17, CRM API.")
                .contains("Сообщение order.approved (id 7f3a) отправлено 18 ноя 2026, 12:14:02\u00A0МСК")
                .contains("Ожидалось не позже чем через 30 с.")
                .contains("сообщение придётся отправить повторно");
    }

    @Test
    void namesTheConsumerThatDidNotGetIt() {
        Instant sent = APPROVED.plusMillis(20);
        Story story = approved().delivered("order.approved", "crm-api", sent, "shop-api", sent.plusMillis(100), "7f3a");
        OrderHistory history = Histories.of(story, APPROVED.plus(Duration.ofMinutes(12)));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.LOST);
        assertThat(history.verdict().service()).isEqualTo("mes-api");
        assertThat(history.verdict().cause())
                .isInstanceOfSatisfying(
                        MessageHop.class,
                        hop -> assertThat(hop.message().queue()).isEqualTo("mes.orders"));
        assertThat(Histories.summary(history, Locale.ENGLISH))
                .startsWith("Lost between CRM API and MES API.")
                .contains("to queue mes.orders, but MES API has not received it")
                .contains("Pass on to the MES engineer on call");
    }

    @Test
    void notLostWhileTheTimeIsNotOver() {
        Story story = approved().sent("order.approved", "crm-api", APPROVED.plusMillis(20), "7f3a");
        assertThat(Histories.of(story, APPROVED.plusSeconds(20)).verdict().kind())
                .isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void notLostWhenTheNewsWasSentAgainAndArrived() {
        Instant sent = APPROVED.plusMillis(20);
        Instant again = sent.plusSeconds(120);
        Story story = approved()
                .sent("order.approved", "crm-api", sent, "7f3a")
                .delivered("order.approved", "crm-api", again, "mes-api", again.plusMillis(90), "8b4c")
                .alsoDelivered("order.approved", "crm-api", again, "shop-api", again.plusMillis(90), "8b4c");
        assertThat(Histories.of(story, APPROVED.plusSeconds(600)).verdict().kind())
                .isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void aMessageLostEarlierDoesNotMatterOnceTheOrderWentOn() {
        Story story = Story.priced()
                .sent("order.priced", "mes-api", PRICED.plusMillis(5), "old")
                .changed("MANUFACTURING_APPROVED", "PRICE_CALCULATED", "crm-api", SELLER, APPROVED);
        OrderHistory history = Histories.of(story, APPROVED.plusSeconds(60));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void aMessageTheProcessDoesNotDeclareIsNeverLost() {
        Story story = approved().sent("order.celebrated", "crm-api", APPROVED, "x");
        assertThat(Histories.of(story, APPROVED.plusSeconds(600)).verdict().kind())
                .isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void failedWhenTheLastAttemptDidNotCommit() {
        Story story = Story.priced().attempted("MANUFACTURING_APPROVED", "crm-api", SELLER, APPROVED, S3_HANGS);
        OrderHistory history = Histories.of(story, APPROVED.plusSeconds(60));

        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.FAILED);
        assertThat(history.verdict().current()).isNotNull();
        assertThat(Histories.summary(history, Histories.RUSSIAN))
                .startsWith("Остановился из-за ошибки в CRM API.")
                .contains("Попытка перевести заказ в статус «Подтверждён»")
                .contains("Кто: продавец seller-17. Причина: хранилище 3D-файлов не отвечает (зависание)")
                .doesNotContain("SocketTimeoutException")
                .doesNotContain("secret text");
    }

    @Test
    void aLaterSuccessHealsAFailure() {
        Story story = Story.priced()
                .attempted("MANUFACTURING_APPROVED", "crm-api", SELLER, APPROVED.minusSeconds(60), S3_HANGS)
                .changed("MANUFACTURING_APPROVED", "PRICE_CALCULATED", "crm-api", SELLER, APPROVED);
        assertThat(Histories.of(story, APPROVED.plusSeconds(60)).verdict().kind())
                .isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void aFailureWhoseOperationSucceededLaterDoesNotStopTheOrder() {
        Story story = Story.priced().failed("mes-api", PRICED.plusSeconds(9), S3_HANGS, true);
        assertThat(Histories.of(story, PRICED.plusSeconds(60)).verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void aMessageThatArrivedAndCouldNotBeProcessedIsNotLost() {
        Story story = approved()
                .delivered("order.approved", "crm-api", APPROVED.plusMillis(20), "mes-api", null, "7f3a")
                .alsoDelivered(
                        "order.approved",
                        "crm-api",
                        APPROVED.plusMillis(20),
                        "shop-api",
                        APPROVED.plusSeconds(1),
                        "7f3a");
        OrderHistory history = Histories.of(story, APPROVED.plusSeconds(600));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void theNextStepIsExpectedOnTheWayTheOrderCame() {
        Story story = Story.begin()
                .changed("CREATED", null, "shop-api", new Actor(Actor.Role.CUSTOMER, "user-42"), Story.START);
        assertThat(Histories.summary(Histories.of(story, Story.START.plusSeconds(60)), Histories.RUSSIAN))
                .contains("Дальше «Отправлен»: покупатель, Shop API.");
    }

    @Test
    void failedIsToldBeforeLostWhenTheConsumerTriedAndCouldNot() {
        Story story = approved()
                .delivered("order.approved", "crm-api", APPROVED.plusMillis(20), "mes-api", null, "7f3a")
                .failed("mes-api", APPROVED.plusSeconds(9), S3_HANGS, false);
        OrderHistory history = Histories.of(story, APPROVED.plusSeconds(600));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.FAILED);
        assertThat(history.verdict().service()).isEqualTo("mes-api");
    }

    @Test
    void endsTellWhichWay() {
        assertThat(ended("CLOSED")).isEqualTo(Verdict.Kind.DONE);
        assertThat(ended("CANCELLED")).isEqualTo(Verdict.Kind.CANCELLED);
        assertThat(ended("REJECTED")).isEqualTo(Verdict.Kind.REJECTED);
    }

    @Test
    void aFailureBeforeAnyStatusIsToldWithoutOne() {
        Story story = Story.begin().failed("shop-api", Story.START, S3_HANGS, false);
        OrderHistory history = Histories.of(story, Story.START.plusSeconds(60));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.FAILED);
        assertThat(history.verdict().current()).isNull();
        assertThat(Histories.summary(history, Locale.ENGLISH)).startsWith("Stopped by an error in Shop API.");
    }

    @Test
    void aStatusNobodyDeclaredIsShownAndNeverLate() {
        Story story = Story.priced().changed("ENGRAVED", "PRICE_CALCULATED", "mes-api", SELLER, APPROVED);
        OrderHistory history = Histories.of(story, APPROVED.plus(Duration.ofDays(400)));
        assertThat(history.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
        assertThat(Histories.summary(history, Histories.RUSSIAN)).contains("«ENGRAVED»");
    }

    private static Story approved() {
        return Story.priced().changed("MANUFACTURING_APPROVED", "PRICE_CALCULATED", "crm-api", SELLER, APPROVED);
    }

    private static Verdict.Kind ended(String status) {
        Story story = Story.priced().changed(status, "PRICE_CALCULATED", "crm-api", SELLER, APPROVED);
        return Histories.of(story, APPROVED.plus(Duration.ofDays(400)))
                .verdict()
                .kind();
    }

    @Test
    void aSecondClickThatIsRefusedMakesNoOrderFail() {
        Story story = Story.priced()
                .changed("MANUFACTURING_APPROVED", "PRICE_CALCULATED", "crm-api", SELLER, APPROVED)
                .attempted("MANUFACTURING_APPROVED", "crm-api", SELLER, APPROVED.plusSeconds(1), S3_HANGS);

        Verdict verdict = Histories.of(story, APPROVED.plusSeconds(60)).verdict();

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
    }

    @Test
    void concludesNothingFromWhatIsMissingWhileEventsMayBeHidden() {
        Story story = Story.priced().sent("order.priced", "mes-api", PRICED.plusSeconds(1), "7f3a");
        Gap hidden = new Gap(Origin.JAEGER, Gap.Reason.UNAVAILABLE, List.of("crm-api"));
        Instant now = PRICED.plus(Duration.ofHours(5));

        assertThat(Histories.of(story, now).verdict().kind()).isEqualTo(Verdict.Kind.LOST);
        OrderHistory incomplete = Histories.of(story, now, hidden);
        assertThat(incomplete.verdict().kind()).isEqualTo(Verdict.Kind.IN_PROGRESS);
        assertThat(Histories.summary(incomplete, Histories.RUSSIAN))
                .startsWith("Известно не всё. Последний известный статус: Цена рассчитана.")
                .endsWith("Повторите через минуту: сейчас видны не все события.");
    }

    @Test
    void anEarlierMessageOfTheSameKindReplacesNoLostOne() {
        Story story = Story.priced()
                .delivered("order.priced", "mes-api", PRICED, "crm-api", PRICED.plusSeconds(9), "first")
                .sent("order.priced", "mes-api", PRICED.plusSeconds(5), "second");

        Verdict verdict = Histories.of(story, PRICED.plusSeconds(120)).verdict();

        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.LOST);
        assertThat(verdict.cause())
                .isInstanceOfSatisfying(
                        MessageHop.class, hop -> assertThat(hop.message().id()).isEqualTo("second"));
    }
}
