package io.ordertrace.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

/** Submitting an order while the store or the broker does not do its part. */
@ShopApiTest
class SubmissionOutageTests {

    private static final String MES = Mail.MES;
    private static final byte[] RING = Stl.binary(12, 1);

    @Autowired
    Customer customer;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    RabbitAdmin admin;

    @Autowired
    S3Client s3;

    @Autowired
    Mail mail;

    @Autowired
    OrderTrace trace;

    @Autowired
    JsonMapper json;

    @BeforeEach
    void emptyTheQueue() {
        admin.purgeQueue(MES);
    }

    @Test
    void aStoreThatFailsLeavesTheOrderUnchangedUntilItWorksAgain() {
        String id = customer.orders();
        removeBucket();

        customer.sends(id, RING).expectStatus().isEqualTo(503);

        SpanData attempt = trace.steps(id).getLast();
        assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attempt.getAttributes().get(OrderAttributes.ERROR_TYPE)).endsWith("NoSuchBucketException");
        customer.looksAt(id).expectBody().jsonPath("$.status").isEqualTo("CREATED");

        customer.http.get().uri("/actuator/health").exchange().expectStatus().isOk();
        customer.sends(id, RING).expectStatus().isOk();
        assertThat(mail.told().orderId()).isEqualTo(id);
    }

    @Test
    void anOrderIsSubmittedWithoutTheQueueOfTheManufactureWhichHearsOfItLater() {
        String id = customer.orders();
        admin.deleteQueue(MES);
        try {
            customer.sends(id, RING).expectStatus().isOk();
        } finally {
            admin.initialize();
        }

        assertThat(mail.told().orderId()).isEqualTo(id);
        assertThat(trace.steps(id)).hasSize(2);
    }

    @Test
    void sendingTheSameFileAgainChangesNothing() {
        String id = customer.orders();
        customer.sends(id, RING).expectStatus().isOk();
        assertThat(mail.told().orderId()).isEqualTo(id);

        customer.sends(id, RING).expectStatus().isOk();

        assertThat(trace.steps(id)).hasSize(2);
        assertThat(rabbit.receive(MES, 500)).isNull();
    }

    @Test
    void sendingTheSameFileAgainChangesNothingAlsoWhenThePriceIsThereMeanwhile() {
        String id = customer.orders();
        customer.sends(id, RING).expectStatus().isOk();
        price(id);

        customer.sends(id, RING)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("PRICE_CALCULATED");

        assertThat(trace.steps(id)).hasSize(2);
        customer.sends(id, Stl.binary(12, 2)).expectStatus().isEqualTo(409);
        assertThat(trace.steps(id).getLast().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    private void price(String id) {
        OrderMessage priced = new OrderMessage(
                id, OrderStatus.PRICE_CALCULATED, null, Instant.now(), null, null, null, null, null, BigDecimal.TEN);
        rabbit.send(
                OrderQueue.EXCHANGE,
                OrderQueue.PRICED,
                MessageBuilder.withBody(json.writeValueAsBytes(priced)).build());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        customer.looksAt(id).expectBody().jsonPath("$.price").isEqualTo(10));
    }

    private void removeBucket() {
        s3.listObjectsV2Paginator(list -> list.bucket("models"))
                .contents()
                .forEach(object ->
                        s3.deleteObject(delete -> delete.bucket("models").key(object.key())));
        s3.deleteBucket(delete -> delete.bucket("models"));
    }
}
