package io.ordertrace.portal.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderProcessFile;
import io.ordertrace.portal.order.Origin;
import io.ordertrace.portal.source.Gap;
import io.ordertrace.portal.source.SourceUnavailable;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebMvcTest(HistoryApi.class)
@Import({HistoryConfiguration.class, Wordings.class, OrderProcessFile.class})
@WithMockUser(
        username = "anna",
        authorities = {"ORDERS_VIEW", "JAEGER_VIEW"})
class HistoryApiTests {

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
    void tell() {
        source.forget();
        Story story = Story.priced()
                .sent("order.priced", "mes-api", Story.START.plusSeconds(31), "7f3a")
                .attempted(
                        "MANUFACTURING_APPROVED",
                        "crm-api",
                        new Actor(Actor.Role.SELLER, "seller-17"),
                        Story.START.plusSeconds(900),
                        new Fault(Fault.Kind.HANG, "postgresql", "java.net.SocketTimeoutException", "Read timed out"));
        source.knows(
                "ORD-0000001", story.events(), new Gap(Origin.JAEGER, Gap.Reason.LIMIT_REACHED, List.of("mes-api")));
    }

    @Test
    void hasThePublishedShape() {
        assertThat(ask("ORD-0000001"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
                .bodyJson()
                .isLenientlyEqualTo("""
                        { "orderId": "ORD-0000001", "complete": false,
                          "verdict": { "kind": "failed", "status": "PRICE_CALCULATED",
                                       "since": "2026-11-18T09:29:02+03:00", "service": "crm-api",
                                       "actor": { "role": "system" } },
                          "gaps": [ { "source": "jaeger", "reason": "limit_reached" } ],
                          "events": [
                            { "kind": "status_change", "at": "2026-11-18T09:14:02+03:00", "service": "shop-api",
                              "traceId": "00000000000000000000000000abc001", "spanId": "0000000000def001",
                              "sources": ["jaeger"], "status": "CREATED", "outcome": "committed",
                              "actor": { "role": "customer", "id": "user-42" } },
                            { "status": "SUBMITTED", "previousStatus": "CREATED" },
                            { "status": "PRICE_CALCULATED" },
                            { "kind": "message", "message": { "exchange": "orders", "routingKey": "order.priced",
                              "queue": "shop.orders", "id": "7f3a", "publishedAt": "2026-11-18T09:14:33+03:00",
                              "consumer": "shop-api" } },
                            { "kind": "message", "message": { "consumer": "crm-api" } },
                            { "kind": "status_change", "status": "MANUFACTURING_APPROVED", "outcome": "failed",
                              "failure": { "class": "hang", "dependency": "postgresql" } } ],
                          "links": { "jaeger": [
                            "/jaeger/trace/00000000000000000000000000abc001",
                            "/jaeger/trace/00000000000000000000000000abc002",
                            "/jaeger/trace/00000000000000000000000000abc003",
                            "/jaeger/trace/00000000000000000000000000abc004" ] } }
                        """);
    }

    @Test
    void whatIsAbsentIsAbsentNotNull() {
        assertThat(ask("ORD-0000001")).bodyText().doesNotContain("null");
    }

    @Test
    void keepsTechnicalTextFromSupport() {
        assertThat(ask("ORD-0000001")).bodyText().doesNotContain("SocketTimeoutException", "Read timed out");
    }

    @Test
    @WithMockUser(
            username = "boris",
            authorities = {"ORDERS_VIEW", "TECHNICAL_DETAIL"})
    void givesDevelopersTypeAndMessage() {
        assertThat(ask("ORD-0000001"))
                .bodyJson()
                .extractingPath("$.events[5].failure")
                .asMap()
                .containsEntry("type", "java.net.SocketTimeoutException")
                .containsEntry("message", "Read timed out");
    }

    @Test
    void summarisesInTheReadersLanguage() {
        assertThat(mvc.get().uri("/api/v1/orders/ORD-0000001").header("Accept-Language", "en"))
                .bodyJson()
                .extractingPath("$.verdict.summary")
                .asString()
                .startsWith("Stopped by an error in CRM API. Status “Price calculated” since 18 Nov 2026");
    }

    @Test
    void anUnknownOrderIsAProblem404() {
        assertThat(ask("ORD-9999999"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("""
                        { "type": "urn:order-trace:not-found", "status": 404, "orderId": "ORD-9999999", "searched": ["jaeger"] }
                        """);
    }

    @Test
    void jaegerBeingAwayIsAProblem503WithItsDeadline() {
        source.fails(SourceUnavailable.Reason.DEADLINE);
        assertThat(ask("ORD-0000001"))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .isLenientlyEqualTo("""
                        { "type": "urn:order-trace:source-unavailable", "status": 503, "source": "jaeger",
                          "deadlineMillis": 2500, "title": "Jaeger не отвечает" }
                        """);
    }

    @Test
    void aBadIdIsAProblem400() {
        assertThat(mvc.get().uri("/api/v1/orders/{id}", "<script>alert(1)<script>"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("urn:order-trace:bad-order-id")
                .doesNotContain("<script>");
    }

    private MvcTestResult ask(String order) {
        return mvc.get().uri("/api/v1/orders/{id}", order).exchange();
    }
}
