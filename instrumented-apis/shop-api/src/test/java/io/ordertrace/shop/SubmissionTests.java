package io.ordertrace.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.ModelMetadata;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.json.JsonMapper;

@ShopApiTest
class SubmissionTests {

    private static final String MES = OrderQueue.MES.queueName();
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
    JsonMapper json;

    @Autowired
    OrderTrace trace;

    @BeforeEach
    void emptyTheQueue() {
        admin.purgeQueue(MES);
    }

    @Test
    void aModelSubmitsTheOrderAndTellsTheManufacture() {
        String id = customer.orders();

        customer.sends(id, RING)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("SUBMITTED");

        Message message = Objects.requireNonNull(rabbit.receive(MES, 5_000));
        assertThat(message.getMessageProperties().getReceivedRoutingKey()).isEqualTo("order.submitted");
        assertThat(message.getMessageProperties().getReceivedDeliveryMode()).isEqualTo(MessageDeliveryMode.PERSISTENT);
        OrderMessage told = json.readValue(message.getBody(), OrderMessage.class);
        assertThat(message.getMessageProperties().getMessageId())
                .isEqualTo(told.messageId().toString());
        assertThat(told.orderId()).isEqualTo(id);
        assertThat(told.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(told.previousStatus()).isEqualTo(OrderStatus.CREATED);
        assertThat(told.userId()).isEqualTo(Customer.ID);
        assertThat(new String(message.getBody(), StandardCharsets.UTF_8)).doesNotContain("null");
        assertThat(stored(told.model())).isEqualTo(RING);
        customer.looksAt(id)
                .expectBody()
                .jsonPath("$.changedAt")
                .isEqualTo(told.changedAt().toString())
                .jsonPath("$.model.triangles")
                .isEqualTo(12);
    }

    @Test
    void tellsTheTraceAboutTheStep() {
        String id = customer.orders();
        customer.sends(id, RING).expectStatus().isOk();

        SpanData step = trace.steps(id).getLast();
        assertThat(step.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(step.getAttributes().get(OrderAttributes.ORDER_STATUS)).isEqualTo("SUBMITTED");
        assertThat(step.getAttributes().get(OrderAttributes.PREVIOUS_STATUS)).isEqualTo("CREATED");
        assertThat(step.getAttributes().get(OrderAttributes.USER_ID)).isEqualTo(Customer.ID);
        customer.looksAt(id)
                .expectBody()
                .jsonPath("$.changedAt")
                .isEqualTo(Objects.requireNonNull(step.getAttributes().get(OrderAttributes.CHANGED_AT)));
    }

    @Test
    void theNameOfTheFileIsShownToTheCustomerAndToNobodyElse() {
        String id = customer.orders();

        customer.sends(Customer.ID, id, "Кольцо Анны Ивановой.STL", RING)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.modelFileName")
                .isEqualTo("Кольцо Анны Ивановой.STL");

        Message message = Objects.requireNonNull(rabbit.receive(MES, 5_000));
        assertThat(new String(message.getBody(), StandardCharsets.UTF_8)).doesNotContain("Анны");
        assertThat(trace.steps(id)).noneMatch(step -> step.toString().contains("Анны"));
    }

    @Test
    void aSubmittedOrderIsNotSubmittedAgain() {
        String id = customer.orders();
        customer.sends(id, RING).expectStatus().isOk();

        customer.sends(id, Stl.binary(5, 2))
                .expectStatus()
                .isEqualTo(409)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo(id + " is SUBMITTED and cannot become SUBMITTED");

        SpanData attempt = trace.steps(id).getLast();
        assertThat(attempt.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attempt.getAttributes().get(OrderAttributes.ERROR_TYPE))
                .isEqualTo("io.ordertrace.shop.order.IllegalTransition");
        assertThat(attempt.getAttributes().get(OrderAttributes.CHANGED_AT)).isNull();
        customer.looksAt(id).expectBody().jsonPath("$.model.triangles").isEqualTo(12);
    }

    @Test
    void ofUploadsAtTheSameTimeOneWinsAndItsFileIsTheOneThatIsKept() throws Exception {
        String id = customer.orders();

        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = IntStream.range(1, 5)
                    .mapToObj(height -> pool.submit(() -> customer.sends(id, Stl.binary(height, height))
                            .returnResult(String.class)
                            .getStatus()
                            .value()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        }

        StoredModel model = Objects.requireNonNull(told().model());
        assertThat(ModelMetadata.read(stored(model))).isEqualTo(model.metadata());
        assertThat(rabbit.receive(MES)).isNull();
    }

    @Test
    void anotherCustomersOrderIsForbidden() {
        String id = customer.orders();

        customer.sends("u-2002", id, "ring.stl", RING).expectStatus().isForbidden();

        customer.looksAt(id).expectBody().jsonPath("$.status").isEqualTo("CREATED");
    }

    @Test
    void anUnknownOrderIsNotFound() {
        customer.sends("ORD-9999999", RING).expectStatus().isNotFound();
    }

    @Test
    void hostileBytesAreABadRequestAndChangeNothing() {
        String id = customer.orders();

        customer.sends(id, "solid <script>alert(1)</script>\nfacet".getBytes(StandardCharsets.UTF_8))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);

        assertThat(trace.steps(id)).hasSize(1);
        assertThat(rabbit.receive(MES)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ring", "ring.stl.exe", "../ring.stl", "a\u0000.stl"})
    void aFileNameThatIsNoneIsABadRequest(String name) {
        customer.sends(Customer.ID, customer.orders(), name, RING)
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aFileOfMoreThanTwentyMebibytesIsTooLarge() {
        customer.sends(customer.orders(), new byte[20 * 1024 * 1024 + 1])
                .expectStatus()
                .isEqualTo(413);
    }

    private OrderMessage told() {
        Message message = Objects.requireNonNull(rabbit.receive(MES, 5_000), "nothing was published");
        return json.readValue(message.getBody(), OrderMessage.class);
    }

    private byte[] stored(@Nullable StoredModel model) {
        String key = Objects.requireNonNull(model).key();
        return s3.getObjectAsBytes(get -> get.bucket("models").key(key)).asByteArray();
    }
}
