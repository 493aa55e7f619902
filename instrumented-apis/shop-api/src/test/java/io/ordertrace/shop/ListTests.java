package io.ordertrace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.shop.order.OrderReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

@ShopApiTest
class ListTests {

    private final String user = "u-" + UUID.randomUUID();

    @Autowired
    Customer customer;

    @Test
    void aCustomerSeesTheirOwnOrdersPageByPageTheLastChangedFirst() {
        List<String> ordered = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ordered.addFirst(order(user));
        }
        order("u-" + UUID.randomUUID());

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            Page page = list("?limit=2" + after);
            page.orders().forEach(each -> seen.add(each.orderId()));
            after = page.next() == null ? "" : "&after=" + page.next();
        } while (!after.isEmpty());

        assertThat(seen).containsExactlyElementsOf(ordered);
    }

    @Test
    void theListCanBeNarrowedToAStatus() {
        String cancelled = order(user);
        order(user);
        customer.cancels(user, cancelled).expectStatus().isOk();

        assertThat(list("?status=CANCELLED").orders())
                .extracting(OrderReply::orderId)
                .containsExactly(cancelled);
        assertThat(list("?status=SHIPPED")).isEqualTo(new Page(List.of(), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?status=MELTED", "?limit=0", "?limit=101", "?limit=x", "?after=1", "?after=x_y"})
    void aListThatMakesNoSenseIsABadRequest(String query) {
        customer.lists(user, query)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aListOfNobodysOrdersIsABadRequest() {
        customer.http.get().uri("/api/orders").exchange().expectStatus().isBadRequest();
    }

    private String order(String of) {
        var reply = customer.order(of, Map.of("item", "ring", "quantity", 1)).returnResult(OrderReply.class);
        return Objects.requireNonNull(reply.getResponseBody()).orderId();
    }

    private Page list(String query) {
        return Objects.requireNonNull(
                customer.lists(user, query).returnResult(Page.class).getResponseBody());
    }

    private record Page(List<OrderReply> orders, @Nullable String next) {}
}
