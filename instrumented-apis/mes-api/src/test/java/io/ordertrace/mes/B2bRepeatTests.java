package io.ordertrace.mes;

import static io.ordertrace.telemetry.OrderAttributes.API_USER_ID;
import static io.ordertrace.telemetry.OrderAttributes.ORDER_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.mes.RealServers.Store;
import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A partner's program gets no answer, or a bad one, and asks again. */
class B2bRepeatTests extends RealServersTest {

    private static final byte[] CUBE = Stl.binary(Stl.cube(0, 10));

    private final String key = "order-" + UUID.randomUUID();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Store store;

    @Test
    void theSameKeyGoesOnWithTheOrderWhoseModelCouldNotBeStored() {
        long before = count();
        store.stopped(() -> assertThat(order(key, CUBE)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE));
        ManufacturingOrder waiting = newest();
        assertThat(waiting.status()).isEqualTo(OrderStatus.CREATED);

        MvcTestResult answer = order(key, CUBE);

        assertThat(answer).hasStatus(HttpStatus.CREATED).hasHeader("Location", "/api/orders/" + waiting.orderId());
        assertThat(idOf(answer)).isEqualTo(waiting.orderId());
        assertThat(count()).isEqualTo(before + 1);
        assertThat(models.load(
                        Objects.requireNonNull(orders.get(waiting.orderId()).model())
                                .key()))
                .isEqualTo(CUBE);
        awaitPriced(waiting.orderId());
        assertThat(told(waiting.orderId()))
                .containsExactly("CREATED acme", "SUBMITTED acme failed", "SUBMITTED acme", "PRICE_CALCULATED null");
    }

    @Test
    void theSameKeyAnswersWithTheOrderThatIsThere() {
        MvcTestResult first = order(key, CUBE);
        awaitPriced(idOf(first));

        MvcTestResult again = order(key, CUBE);

        assertThat(again)
                .hasStatus(HttpStatus.CREATED)
                .hasHeader(
                        "Location", Objects.requireNonNull(first.getResponse().getHeader("Location")));
        assertThat(again).bodyJson().extractingPath("$.status").isEqualTo("PRICE_CALCULATED");
        assertThat(told(idOf(first))).containsExactly("CREATED acme", "SUBMITTED acme", "PRICE_CALCULATED null");
    }

    @Test
    void aKeyStandsForOneModelOnly() {
        String id = idOf(order(key, CUBE));
        long before = count();

        assertThat(order(key, Stl.binary(Stl.cube(0, 11))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);

        awaitPriced(id);
        assertThat(count()).isEqualTo(before);
        assertThat(told(id)).containsExactly("CREATED acme", "SUBMITTED acme", "PRICE_CALCULATED null");
    }

    @Test
    void ofRequestsWithOneKeyAtTheSameTimeOneOrderComes() throws Exception {
        long before = count();
        List<MvcTestResult> answers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Callable<MvcTestResult>> same = Stream.generate(() -> (Callable<MvcTestResult>) () -> order(key, CUBE))
                    .limit(4)
                    .toList();
            for (Future<MvcTestResult> each : pool.invokeAll(same)) {
                answers.add(each.get());
            }
        }

        assertThat(count()).isEqualTo(before + 1);
        assertThat(answers)
                .extracting(answer -> answer.getResponse().getStatus())
                .contains(201)
                .allMatch(status -> status == 201 || status == 409);
        awaitPriced(idOf(order(key, CUBE)));
        assertThat(told(newest().orderId()))
                .filteredOn("SUBMITTED acme"::equals)
                .hasSize(1);
    }

    @Test
    void withoutAKeyAnOrderThatCannotBeSubmittedIsCancelled() {
        store.stopped(() -> assertThat(order(null, CUBE)).hasStatus(HttpStatus.SERVICE_UNAVAILABLE));

        ManufacturingOrder given = newest();
        assertThat(given.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(told(given.orderId())).containsExactly("CREATED acme", "SUBMITTED acme failed", "CANCELLED acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "Заказ", "anna@example.com"})
    void aKeyOfAnotherFormIsABadRequest(String malformed) {
        assertThat(order(malformed, CUBE)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    /** The CRM hears of it, after what was left of other tests. */
    private void awaitPriced(String id) {
        String heardOf;
        do {
            heardOf = read(receive(OrderQueue.CRM.queueName())).orderId();
        } while (!heardOf.equals(id));
    }

    private List<String> told(String id) {
        return statusSpans(id).stream().map(B2bRepeatTests::told).toList();
    }

    private static String told(SpanData step) {
        boolean failed = step.getAttributes().get(OrderAttributes.CHANGED_AT) == null;
        return step.getAttributes().get(ORDER_STATUS) + " "
                + step.getAttributes().get(API_USER_ID) + (failed ? " failed" : "");
    }

    private ManufacturingOrder newest() {
        return orders.get(jdbc.sql("select order_id from manufacturing_order where api_user_id = 'acme'"
                        + " order by received_at desc limit 1")
                .query(String.class)
                .single());
    }

    private String idOf(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray())
                .get("orderId")
                .asString();
    }

    private long count() {
        return jdbc.sql("select count(*) from manufacturing_order")
                .query(Long.class)
                .single();
    }

    private MvcTestResult order(@Nullable String idempotencyKey, byte[] stl) {
        var request = http.post()
                .uri("/api/b2b/orders?filename=ring.stl")
                .header("X-Api-Key", RealServers.API_KEY)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(stl);
        return (idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey)).exchange();
    }
}
