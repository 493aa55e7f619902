package io.ordertrace.mes;

import static io.ordertrace.telemetry.OrderAttributes.API_USER_ID;
import static io.ordertrace.telemetry.OrderAttributes.ORDER_STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.StoredModel;
import io.ordertrace.upload.ModelUpload;
import io.ordertrace.upload.ModelUploads;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

class B2bTests extends RealServersTest {

    private static final byte[] CUBE = Stl.binary(Stl.cube(0, 10));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ModelUploads uploads;

    @Test
    void takesAnOrderWithItsModelAndPricesIt() throws Exception {
        MvcTestResult answer = order(RealServers.API_KEY, "кольцо \"Анна\".stl", CUBE);

        assertThat(answer).hasStatus(HttpStatus.CREATED);
        JsonNode reply = json.readTree(answer.getResponse().getContentAsByteArray());
        assertThat(reply.get("status").asString()).isEqualTo("SUBMITTED");
        String b2bId = reply.get("orderId").asString();
        assertThat(b2bId).matches("B2B-[0-9]{7}");
        OrderMessage priced = read(receive(OrderQueue.CRM.queueName()));
        assertThat(priced.orderId()).isEqualTo(b2bId);
        assertThat(priced.apiUserId()).isEqualTo("acme");
        assertThat(priced.price()).isEqualTo("6055.00");
        StoredModel model = Objects.requireNonNull(orders.get(b2bId).model());
        assertThat(model.key()).matches("orders/" + b2bId + "/model-[0-9a-f]{16}\\.stl");
        assertThat(models.load(model.key())).isEqualTo(CUBE);
    }

    @Test
    void namesTheApiUserInTheTraceOfWhatHeDidAndNobodyWhereMesActs() throws Exception {
        order(RealServers.API_KEY, "ring.stl", CUBE);

        String b2bId = read(receive(OrderQueue.CRM.queueName())).orderId();
        assertThat(statusSpans(b2bId))
                .extracting(span -> span.getAttributes().get(ORDER_STATUS) + " "
                        + span.getAttributes().get(API_USER_ID))
                .containsExactly("CREATED acme", "SUBMITTED acme", "PRICE_CALCULATED null");
    }

    @Test
    void refusesStrangers() {
        for (String key : new @Nullable String[] {null, "", "wrong", RealServers.API_KEY + "0", "acme"}) {
            assertThat(order(key, "ring.stl", CUBE))
                    .hasStatus(HttpStatus.UNAUTHORIZED)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void refusesWhatIsNoModelAndStoresNothing() {
        long before = count();

        assertThat(order(RealServers.API_KEY, "ring.stl", new byte[] {1, 2, 3})).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(order(RealServers.API_KEY, "ring.stl", new byte[0])).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(order(RealServers.API_KEY, "ring.stl", new byte[20 * 1024 * 1024 + 1]))
                .hasStatus(HttpStatus.CONTENT_TOO_LARGE);

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void asksToComeAgainWhileTooManyModelsArrive() {
        long before = count();

        MvcTestResult answer = whileModelsArrive(3, () -> order(RealServers.API_KEY, "ring.stl", CUBE));

        assertThat(answer)
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .hasHeader("Retry-After", "5")
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(count()).isEqualTo(before);
        assertThat(order(RealServers.API_KEY, "ring.stl", CUBE)).hasStatus(HttpStatus.CREATED);
        receive(OrderQueue.CRM.queueName());
    }

    /** Each is of the largest size, and holds its room until the answer is there. */
    private MvcTestResult whileModelsArrive(int others, Supplier<MvcTestResult> request) {
        if (others == 0) {
            return request.get();
        }
        MockHttpServletRequest largest = new MockHttpServletRequest();
        largest.setContent(new byte[ModelUpload.LARGEST_BYTES]);
        return uploads.of(largest).receive(model -> whileModelsArrive(others - 1, request));
    }

    @Test
    void refusesWhatCannotBeAFileName() {
        for (String name :
                List.of("../ring.stl", "a\\b.stl", "a\r\nb.stl", "ring.exe", ".stl", "", "x".repeat(252) + ".stl")) {
            assertThat(order(RealServers.API_KEY, name, CUBE)).as(name).hasStatus(HttpStatus.BAD_REQUEST);
        }
    }

    private long count() {
        return jdbc.sql("select count(*) from manufacturing_order")
                .query(Long.class)
                .single();
    }

    private MvcTestResult order(@Nullable String key, String filename, byte[] stl) {
        var request = http.post()
                .uri("/api/b2b/orders?filename={name}", filename)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(stl);
        return (key == null ? request : request.header("X-Api-Key", key)).exchange();
    }
}
