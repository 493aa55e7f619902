package io.ordertrace.portal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderProcessFile;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.Gap;
import io.ordertrace.portal.source.SourceUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(HistoryController.class)
@Import({HistoryConfiguration.class, Wordings.class, OrderProcessFile.class})
@WithMockUser(
        username = "anna",
        authorities = {"ORDERS_VIEW", "JAEGER_VIEW"})
class HistoryPageTests {

    private static final Actor SELLER = new Actor(Actor.Role.SELLER, "seller-17");
    private static final Fault FAULT =
            new Fault(Fault.Kind.UNAVAILABLE, "postgresql", "java.net.ConnectException", "refused <b>by host</b>");

    @TestConfiguration(proxyBeanMethods = false)
    static class Sources {

        @Bean
        static FakeSource fakeSource() {
            return new FakeSource();
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    FakeSource source;

    @BeforeEach
    void forget() {
        source.forget();
    }

    @Test
    void showsTheVerdictThenTheStepsInOrderWithTheWayAhead() {
        source.knows("ORD-0000001", Story.priced().events());
        MvcTestResult page = open("/orders/ORD-0000001");
        assertThat(page).hasStatusOk();
        assertThat(body(page))
                .containsSubsequence(
                        "<h1>Заказ ORD-0000001</h1>",
                        "data-kind=\"late\"",
                        "Задерживается: Цена рассчитана",
                        "<ol class=\"steps\"",
                        "data-state=\"reached\" data-status=\"CREATED\"",
                        "data-state=\"reached\" data-status=\"SUBMITTED\"",
                        "data-state=\"current\" data-status=\"PRICE_CALCULATED\"",
                        "data-state=\"expected\" data-status=\"MANUFACTURING_APPROVED\"",
                        "data-state=\"expected\" data-status=\"CLOSED\"",
                        "</ol>");
    }

    @Test
    void eachStepNamesPersonServiceTimesAndItsTrace() {
        source.knows("ORD-0000001", Story.priced().events());
        assertThat(body(open("/orders/ORD-0000001")))
                .contains("покупатель user-42 · Shop API")
                .contains("<time datetime=\"2026-11-18T09:14:02+03:00\">18 ноя 2026, 09:14:02\u00A0МСК</time>")
                .contains("href=\"/jaeger/trace/00000000000000000000000000abc001\"")
                .contains("модель ring.stl, STL, 1,4 МБ")
                .contains("5 с в этом статусе, обычно до 1 дня");
    }

    @Test
    void speaksEnglishCompletely() {
        source.knows("ORD-0000001", Story.priced().events(), gap());
        assertThat(body(mvc.get()
                        .uri("/orders/ORD-0000001")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                        .exchange()))
                .contains("Not everything is known. Last known status: Price calculated", "customer user-42")
                .contains("The history may be incomplete")
                .doesNotContainPattern("(?s)<div id=\"history\">.*[а-яё].*</main>");
    }

    @Test
    void givesHtmxOnlyThePartThatChanges() {
        source.knows("ORD-0000001", Story.priced().events());
        MvcTestResult part = mvc.get()
                .uri("/orders/ORD-0000001")
                .header("HX-Request", "true")
                .exchange();
        assertThat(part).hasStatusOk().headers().hasValue("Vary", "HX-Request");
        assertThat(body(part)).startsWith("<div id=\"history\">").doesNotContain("<html");
        MvcTestResult boosted = mvc.get()
                .uri("/orders/ORD-0000001")
                .header("HX-Request", "true")
                .header("HX-Boosted", "true")
                .exchange();
        assertThat(body(boosted)).contains("<html");
    }

    @Test
    void marksLostMessages() {
        source.knows(
                "ORD-0000001",
                Story.priced()
                        .sent("order.priced", "mes-api", Story.START.plusSeconds(31), "7f3a")
                        .events());
        assertThat(body(open("/orders/ORD-0000001")))
                .contains("data-kind=\"lost\"", "class=\"hop hop-lost\"", "MES API → CRM API", "не получено");
    }

    @Test
    void offersARetryAndJudgesNothingLostWhereSomethingIsMissing() {
        source.knows(
                "ORD-0000001",
                Story.priced()
                        .sent("order.priced", "mes-api", Story.START.plusSeconds(31), "7f3a")
                        .events(),
                gap());
        assertThat(body(open("/orders/ORD-0000001")))
                .contains("data-kind=\"in-progress\"", "class=\"hop hop-pending\"", "Известно не всё")
                .contains("Jaeger не ответил на запрос о CRM API; часть событий может не быть показана.")
                .contains("hx-get=\"/orders/ORD-0000001\"", "href=\"/orders/ORD-0000001\"");
    }

    @Test
    void tellsAMessageThatFailedFromOneThatNeverArrived() {
        Instant sent = Story.START.plusSeconds(31);
        source.knows(
                "ORD-0000001",
                Story.priced()
                        .delivered("order.priced", "mes-api", sent, "crm-api", null, "7f3a")
                        .events());
        assertThat(body(open("/orders/ORD-0000001")))
                .contains("data-state=\"failed\"", "получено, но не обработано", "data-state=\"lost\"", "не получено");
    }

    @Test
    void showsALateMessageAgainstTheUsualTime() {
        Instant sent = Story.START.plusSeconds(31);
        source.knows(
                "ORD-0000001",
                Story.priced()
                        .delivered("order.priced", "mes-api", sent, "crm-api", sent.plusSeconds(70), "7f3a")
                        .events());
        assertThat(body(open("/orders/ORD-0000001"))).contains("class=\"hop hop-late\"", "1 мин 10 с, обычно до 5 с");
    }

    @Test
    void tellsAMessageNotSentYetAndOneThatWasPutAside() {
        Instant since = Story.START.plusSeconds(31);
        Fault broker = new Fault(Fault.Kind.HANG, "orders-mq", "TimeoutException", "no confirm");
        source.knows(
                "ORD-0000001",
                Story.priced()
                        .notSent("order.priced", "mes-api", since, broker, "m-1")
                        .events());
        source.knows(
                "ORD-0000002",
                Story.priced()
                        .putAside("order.priced", "mes-api", since, "crm-api", FAULT, "crm.orders.dead", "m-1")
                        .events());
        assertThat(body(open("/orders/ORD-0000001")))
                .contains("data-state=\"not-sent\"", "ещё не отправлено с 18 ноя 2026, 09:14:33")
                .contains("очередь сообщений не отвечает (зависание)")
                .doesNotContain("data-state=\"lost\"", "no confirm");
        assertThat(body(open("/orders/ORD-0000002")))
                .contains("data-state=\"dead-letter\"", "очередь crm.orders.dead", "id m-1")
                .doesNotContain("by host");
    }

    @Test
    void showsAnUndeclaredDependencyByItsNameAsText() {
        Fault strange = new Fault(Fault.Kind.ERROR, "<b>mainframe</b>", "X", "y");
        source.knows(
                "ORD-0000001",
                Story.priced()
                        .failed("mes-api", Story.START.plusSeconds(60), strange, false)
                        .events());
        assertThat(body(open("/orders/ORD-0000001")))
                .contains("&lt;b&gt;mainframe&lt;/b&gt; — ошибка", "дежурному MES")
                .doesNotContain("<b>mainframe");
    }

    @Test
    void saysThatAStepWasMadeAgain() {
        Actor operator = new Actor(Actor.Role.OPERATOR, "op-3");
        Instant later = Story.START.plusSeconds(3600);
        source.knows(
                "ORD-0000001",
                Story.priced()
                        .changed("MANUFACTURING_STARTED", "MANUFACTURING_APPROVED", "mes-api", operator, later)
                        .changed("MANUFACTURING_COMPLETED", "MANUFACTURING_STARTED", "mes-api", operator, later)
                        .changed("MANUFACTURING_STARTED", "MANUFACTURING_COMPLETED", "mes-api", operator, later)
                        .events());
        assertThat(body(open("/orders/ORD-0000001")))
                .containsOnlyOnce("оператор op-3 · MES API · повторно")
                .containsSubsequence("data-status=\"MANUFACTURING_COMPLETED\"", "· повторно");
    }

    @Test
    void foldsFailedAttemptsAndKeepsTheirTechnicalTextFromSupport() {
        source.knows("ORD-0000001", failedTwice().events());
        assertThat(body(open("/orders/ORD-0000001")))
                .contains("<details class=\"attempts\"", "2 неудачные попытки: база данных — недоступно")
                .doesNotContain("ConnectException", "by host");
    }

    @Test
    @WithMockUser(
            username = "boris",
            authorities = {"ORDERS_VIEW", "JAEGER_VIEW", "TECHNICAL_DETAIL"})
    void showsDevelopersTheTechnicalTextAsText() {
        source.knows("ORD-0000001", failedTwice().events());
        assertThat(body(open("/orders/ORD-0000001")))
                .contains("java.net.ConnectException", "refused &lt;b&gt;by host&lt;/b&gt;")
                .doesNotContain("<b>by host");
    }

    @Test
    void showsHostileTextAsText() {
        Story story = Story.begin()
                .changed(
                        "<script>alert(1)</script>",
                        null,
                        "\"><img src=x onerror=alert(2)>",
                        new Actor(Actor.Role.CUSTOMER, "<svg onload=alert(3)>␛[2J"),
                        Story.START);
        source.knows("ORD-0000001", story.events());
        assertThat(body(open("/orders/ORD-0000001")))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;svg onload=alert(3)&gt;␛[2J")
                .doesNotContain("<script>alert", "<img src=x", "<svg onload");
    }

    @Test
    void carriesNoInlineStyleOrScript() {
        source.knows("ORD-0000001", failedTwice().events(), gap());
        assertThat(body(open("/orders/ORD-0000001")))
                .doesNotContain("style=", "<style", "onclick", "javascript:")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void anUnknownOrderSaysWhatWasSearchedAndWhere() {
        MvcTestResult page = open("/orders/ORD-9999999");
        assertThat(page).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(body(page))
                .contains("data-state=\"not-found\"", "Заказ ORD-9999999 не найден")
                .contains("Искали по номеру заказа здесь: Jaeger.");
    }

    @Test
    void jaegerBeingAwaySaysSoAndWithinWhichDeadline() {
        source.fails(SourceUnavailable.Reason.DEADLINE);
        MvcTestResult page = open("/orders/ORD-0000001");
        assertThat(page).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(body(page))
                .contains("data-state=\"source-unavailable\"", "Jaeger не отвечает", "Jaeger не ответил за 2,5 с.")
                .contains("href=\"/orders/ORD-0000001\"");
    }

    @Test
    void tellsHtmxTheSameInAPartThatItSwapsIn() {
        source.fails(SourceUnavailable.Reason.UNREACHABLE);
        MvcTestResult part = mvc.get()
                .uri("/orders/ORD-0000001")
                .header("HX-Request", "true")
                .exchange();
        assertThat(part).hasStatusOk();
        assertThat(body(part)).startsWith("<section id=\"history\"").contains("Jaeger не отвечает");
    }

    @Test
    void aBadIdIsRefusedWithoutRepeatingIt() {
        MvcTestResult page =
                mvc.get().uri("/orders/{id}", "<script>alert(1)<script>").exchange();
        assertThat(page).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(body(page)).contains("data-state=\"bad-order-id\"").doesNotContain("<script>alert");
        MvcTestResult longer = mvc.get().uri("/orders/{id}", "A".repeat(10_000)).exchange();
        assertThat(longer).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(body(longer)).contains("не больше 64 знаков");
    }

    @Test
    void anotherSpellingLeadsToTheAddressOfTheOrder() {
        source.knows("ORD-0000001", Story.priced().events());
        assertThat(mvc.get().uri("/orders/{id}", "\u00A0№ ord-0000001 ").exchange())
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/orders/ORD-0000001");
    }

    private static Gap gap() {
        return new Gap(Origin.JAEGER, Gap.Reason.UNAVAILABLE, List.of("crm-api"));
    }

    private static Story failedTwice() {
        Instant later = Story.START.plusSeconds(600);
        return Story.priced()
                .attempted("MANUFACTURING_APPROVED", "crm-api", SELLER, later, FAULT)
                .attempted("MANUFACTURING_APPROVED", "crm-api", SELLER, later.plusSeconds(5), FAULT);
    }

    private MvcTestResult open(String address) {
        return mvc.get().uri(address).exchange();
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
