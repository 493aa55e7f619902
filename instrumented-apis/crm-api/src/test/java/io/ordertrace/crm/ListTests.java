package io.ordertrace.crm;

import io.ordertrace.telemetry.OrderStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@CrmApiTest
class ListTests {

    @Autowired
    Seller seller;

    @Autowired
    Manufacture manufacture;

    @Test
    void theOrderThatChangedLastComesFirst() {
        String id = manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
        seller.decides("approve", id).expectStatus().isOk();

        seller.lists("")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].orderId")
                .isEqualTo(id);
    }

    @Test
    void theListCanBeNarrowedToAStatusAndALength() {
        manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
        manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
        manufacture.orderThatIs(OrderStatus.SHIPPED);

        seller.lists("?status=PRICE_CALCULATED&limit=2")
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(2)
                .jsonPath("$[0].status")
                .isEqualTo("PRICE_CALCULATED")
                .jsonPath("$[1].status")
                .isEqualTo("PRICE_CALCULATED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?status=MELTED", "?limit=0", "?limit=1001", "?limit=x"})
    void aListThatMakesNoSenseIsABadRequest(String query) {
        seller.lists(query)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anUnknownOrderIsNotFoundAndAnIdThatIsNoneIsABadRequest() {
        seller.looksAt("ORD-9999999").expectStatus().isNotFound();
        seller.looksAt("<b>").expectStatus().isBadRequest();
    }

    @Test
    void isReadyWhenDatabaseAndBrokerAnswer() {
        seller.http
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
    }
}
