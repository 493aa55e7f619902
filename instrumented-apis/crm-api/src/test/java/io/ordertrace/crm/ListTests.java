package io.ordertrace.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.crm.order.OrderReply;
import io.ordertrace.telemetry.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
                .jsonPath("$.orders[0].orderId")
                .isEqualTo(id);
    }

    @Test
    void theListCanBeNarrowedToAStatusAndALength() {
        manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
        manufacture.orderThatIs(OrderStatus.PRICE_CALCULATED);
        manufacture.orderThatIs(OrderStatus.SHIPPED);

        seller.lists("?status=PRICE_CALCULATED&limit=2")
                .expectBody()
                .jsonPath("$.orders.length()")
                .isEqualTo(2)
                .jsonPath("$.orders[0].status")
                .isEqualTo("PRICE_CALCULATED")
                .jsonPath("$.orders[1].status")
                .isEqualTo("PRICE_CALCULATED");
    }

    @Test
    void thePagesContinueWhereTheLastOneEndedAlsoAmongOrdersOfTheSameMoment() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> manufacture.orderThatIs(OrderStatus.PACKAGED))
                .toList();

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Page page = Objects.requireNonNull(seller.lists("?status=PACKAGED&limit=2" + after)
                    .returnResult(Page.class)
                    .getResponseBody());
            page.orders().forEach(order -> seen.add(order.orderId()));
            after = page.next() == null ? "" : "&after=" + page.next();
        } while (!after.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsAll(ids);
    }

    private record Page(List<OrderReply> orders, @Nullable String next) {}

    @ParameterizedTest
    @ValueSource(strings = {"?status=MELTED", "?limit=0", "?limit=101", "?limit=x", "?after=1", "?after=x_y"})
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
