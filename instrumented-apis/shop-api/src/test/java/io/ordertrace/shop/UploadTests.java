package io.ordertrace.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.StatusCode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

/** Models that arrive at the same time, and what is looked at before one is read. */
@ShopApiTest
class UploadTests {

    private static final int AT_ONCE = 4;
    private static final int MEBIBYTE = 1024 * 1024;
    private static final byte[] RING = Stl.binary(12, 1);
    private static final byte[] LARGEST = Stl.binary((20 * MEBIBYTE - 84) / 50, 1);

    @Autowired
    Customer customer;

    @Autowired
    OrderTrace trace;

    @LocalServerPort
    int port;

    @Test
    void whoFindsNoRoomIsAskedToComeAgainAndNoModelIsLost() throws IOException {
        Map<String, RawUpload> arriving = new LinkedHashMap<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String id = customer.orders();
            arriving.put(id, RawUpload.begin(port, Customer.ID, id, LARGEST.length));
        }
        awaitNoRoom();
        String next = customer.orders();

        assertThat(answerTo(next))
                .startsWith("HTTP/1.1 503")
                .contains(
                        "Retry-After: 5",
                        MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        "Too many models are arriving at this moment; nothing was done with this one");
        assertThat(trace.steps(next)).hasSize(1);
        for (Map.Entry<String, RawUpload> each : arriving.entrySet()) {
            try (RawUpload upload = each.getValue()) {
                upload.send(LARGEST);
                assertThat(upload.status()).isEqualTo(200);
            }
            customer.looksAt(each.getKey())
                    .expectBody()
                    .jsonPath("$.model.sizeBytes")
                    .isEqualTo(LARGEST.length);
        }
        customer.sends(next, RING).expectStatus().isOk();
    }

    @Test
    void aModelThatBreaksOffLeavesItsRoomToOthersAndIsNoFailureOfTheShop() throws IOException {
        String id = customer.orders();
        List<RawUpload> arriving = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            arriving.add(RawUpload.begin(port, Customer.ID, id, LARGEST.length));
        }
        awaitNoRoom();

        for (RawUpload each : arriving) {
            each.send(Arrays.copyOf(LARGEST, MEBIBYTE));
            each.close();
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> answerTo(id).startsWith("HTTP/1.1 200"));
        assertThat(trace.steps(id))
                .hasSize(2)
                .noneMatch(step -> step.getStatus().getStatusCode() == StatusCode.ERROR);
    }

    @Test
    void anotherCustomersModelIsRefusedBeforeItIsRead() throws IOException {
        assertThat(unread("u-2002", customer.orders(), LARGEST.length)).isEqualTo(403);
    }

    @Test
    void aModelForAnOrderThatCannotTakeItIsRefusedBeforeItIsReadAndTold() throws IOException {
        String cancelled = customer.orders();
        customer.cancels(Customer.ID, cancelled).expectStatus().isOk();
        String submitted = customer.orders();
        customer.sends(submitted, RING).expectStatus().isOk();

        for (String id : List.of(cancelled, submitted)) {
            assertThat(unread(Customer.ID, id, LARGEST.length)).isEqualTo(409);
            assertThat(trace.steps(id).getLast().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        }
    }

    @Test
    void aModelThatSaysItselfThatItIsTooLargeIsRefusedBeforeItIsRead() throws IOException {
        assertThat(unread(Customer.ID, customer.orders(), 20 * MEBIBYTE + 1)).isEqualTo(413);
    }

    /** The status that comes although nothing of the model is sent. */
    private int unread(String user, String orderId, int length) throws IOException {
        try (RawUpload upload = RawUpload.begin(port, user, orderId, length)) {
            return upload.status();
        }
    }

    private void awaitNoRoom() {
        String id = customer.orders();
        await().atMost(Duration.ofSeconds(5)).until(() -> answerTo(id).startsWith("HTTP/1.1 503"));
    }

    private String answerTo(String orderId) throws IOException {
        try (RawUpload upload = RawUpload.begin(port, Customer.ID, orderId, RING.length)) {
            upload.send(RING);
            return upload.answer();
        }
    }
}
