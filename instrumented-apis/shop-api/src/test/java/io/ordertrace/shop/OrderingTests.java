package io.ordertrace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.ordertrace.telemetry.OrderAttributes;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

@ShopApiTest
class OrderingTests {

    @Autowired
    Customer customer;

    @Autowired
    InMemorySpanExporter spans;

    @Test
    void aCustomerOrdersAndLooksAtTheOrder() {
        String id = customer.orders();

        assertThat(id).matches("ORD-[0-9]{7}");
        customer.looksAt(id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.orderId")
                .isEqualTo(id)
                .jsonPath("$.status")
                .isEqualTo("CREATED")
                .jsonPath("$.changedAt")
                .value(String.class, time -> assertThat(Instant.parse(time)).isBefore(Instant.now()))
                .jsonPath("$.price")
                .doesNotExist()
                .jsonPath("$.model")
                .doesNotExist();
    }

    @Test
    void tellsTheTraceThatTheOrderWasCreated() {
        String id = customer.orders();

        assertThat(spans.getFinishedSpanItems())
                .filteredOn(span -> id.equals(span.getAttributes().get(OrderAttributes.ORDER_ID)))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.getName()).isEqualTo("order.status_change");
                    assertThat(span.getKind()).isEqualTo(SpanKind.INTERNAL);
                    assertThat(span.getAttributes().get(OrderAttributes.ORDER_STATUS))
                            .isEqualTo("CREATED");
                    assertThat(span.getAttributes().get(OrderAttributes.PREVIOUS_STATUS))
                            .isNull();
                    assertThat(span.getAttributes().get(OrderAttributes.USER_ID))
                            .isEqualTo(Customer.ID);
                });
    }

    @Test
    void theTimeInTheTraceIsTheTimeInTheDatabase() {
        String id = customer.orders();

        String traced = spans.getFinishedSpanItems().stream()
                .filter(span -> id.equals(span.getAttributes().get(OrderAttributes.ORDER_ID)))
                .map(span -> span.getAttributes().get(OrderAttributes.CHANGED_AT))
                .findFirst()
                .orElseThrow();
        customer.looksAt(id).expectBody().jsonPath("$.changedAt").isEqualTo(traced);
    }

    @Test
    void anotherCustomersOrderIsNotShown() {
        String id = customer.orders();

        customer.looksAt("u-2002", id)
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.item")
                .doesNotExist()
                .jsonPath("$.detail")
                .isEqualTo(id + " belongs to another customer");
        customer.http
                .get()
                .uri("/api/orders/{id}", id)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void anUnknownOrderIsNotFound() {
        customer.looksAt("ORD-9999999")
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("ORD-9999999 is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "ORD-1", "ord-0000001", "<script>alert(1)<script>", "ORD-0000001'--"})
    void anIdThatIsNoneIsABadRequest(String id) {
        customer.looksAt(id)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"item\":\"ring\"}",
                "{\"item\":\"ring\",\"quantity\":0}",
                "{\"item\":\"ring\",\"quantity\":1001}",
                "{\"item\":\"a ring for anna@example.com\",\"quantity\":1}",
                "null",
                "{"
            })
    void anOrderThatMakesNoSenseIsABadRequest(String body) {
        customer.order(Customer.ID, body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna@example.com", "u 1", "<b>"})
    void aUserIdOfAnotherFormIsABadRequest(String user) {
        customer.order(user, Map.of("item", "ring", "quantity", 1))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aRequestWithoutAUserIsABadRequest() {
        customer.http
                .post()
                .uri("/api/orders")
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .body("{\"item\":\"ring\",\"quantity\":1}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void isReadyWhenDatabaseBrokerAndStoreAnswer() {
        customer.http
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"status\":\"UP\"}");
    }
}
