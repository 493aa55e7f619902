package io.ordertrace.mes;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.mes.order.OrderReply;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.telemetry.OrderStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

class ListTests extends RealServersTest {

    private final String operator = "op-" + UUID.randomUUID();

    @Test
    void pagesHoldEveryOrderOfAnOperatorOnceTheLastChangedFirst() {
        List<String> worked = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            worked.addFirst(orderOfOperator());
        }

        List<OrderReply> seen = new ArrayList<>();
        String after = "";
        do {
            Page page = list("?operator=" + operator + "&limit=2" + after);
            seen.addAll(page.orders());
            after = page.next() == null ? "" : "&after=" + page.next();
        } while (!after.isEmpty());

        assertThat(seen).extracting(OrderReply::orderId).containsExactlyElementsOf(worked);
        assertThat(seen).extracting(OrderReply::changedAt).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void ordersOfTheSameMomentAreNeitherLostNorRepeated() {
        Instant moment = now();
        List<String> ids = List.of(order(moment), order(moment), order(moment));

        Page one = list("?operator=" + operator + "&status=CREATED&limit=2");
        Page two = list("?operator=" + operator + "&status=CREATED&limit=2&after=" + one.next());

        assertThat(two.next()).isNull();
        assertThat(one.orders())
                .hasSize(2)
                .extracting(OrderReply::orderId)
                .doesNotContain(two.orders().getFirst().orderId());
        assertThat(two.orders())
                .singleElement()
                .satisfies(last -> assertThat(ids).contains(last.orderId()));
    }

    @Test
    void aListIsTwentyOrdersLongUnlessSomebodyAsksForMore() {
        for (int i = 0; i < 21; i++) {
            orders.create("B2B-" + UUID.randomUUID(), "acme");
        }

        assertThat(list("?status=CREATED").orders()).hasSize(20);
        assertThat(list("?status=CREATED&limit=21").orders()).hasSize(21);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?limit=0", "?limit=101", "?limit=x", "?status=LOST", "?after=1", "?after=%27", "?operator=a%20b"
            })
    void aListThatMakesNoSenseIsABadRequest(String query) {
        assertThat(http.get().uri("/api/orders" + query))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private String orderOfOperator() {
        return order(now());
    }

    private String order(Instant changedAt) {
        String id = "ORD-" + UUID.randomUUID();
        orders.receive(
                new OrderMessage(id, OrderStatus.CREATED, null, changedAt, null, null, null, operator, null, null));
        return id;
    }

    private Page list(String query) {
        return json.readValue(
                http.get()
                        .uri("/api/orders" + query)
                        .exchange()
                        .getMvcResult()
                        .getResponse()
                        .getContentAsByteArray(),
                Page.class);
    }

    private record Page(List<OrderReply> orders, @Nullable String next) {}
}
