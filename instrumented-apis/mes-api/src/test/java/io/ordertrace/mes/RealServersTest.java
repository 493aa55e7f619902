package io.ordertrace.mes;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.mes.model.ModelStore;
import io.ordertrace.mes.order.ManufacturingOrder;
import io.ordertrace.mes.order.ManufacturingOrders;
import io.ordertrace.message.OrderMessage;
import io.ordertrace.message.OrderQueue;
import io.ordertrace.telemetry.ModelMetadata;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.StoredModel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** MES API on real servers, with what its tests share: orders of their own, messages in and out, spans. */
@SpringBootTest(
        properties = {"spring.rabbitmq.listener.simple.concurrency=1", "spring.rabbitmq.listener.simple.prefetch=1"})
@AutoConfigureMockMvc
@Import(RealServers.class)
abstract class RealServersTest {

    static final int WAIT_MILLIS = 20_000;

    @Autowired
    MockMvcTester http;

    @Autowired
    ManufacturingOrders orders;

    @Autowired
    ModelStore models;

    @Autowired
    RabbitTemplate rabbit;

    @Autowired
    AmqpAdmin admin;

    @Autowired
    JsonMapper json;

    @Autowired
    InMemorySpanExporter spans;

    final String orderId = "ORD-" + UUID.randomUUID();

    @BeforeEach
    void emptyTheQueuesOfTheOthers() {
        for (OrderQueue queue : OrderQueue.values()) {
            admin.purgeQueue(queue.deadLetterQueueName(), false);
        }
        admin.purgeQueue(OrderQueue.CRM.queueName(), false);
        admin.purgeQueue(OrderQueue.SHOP.queueName(), false);
    }

    StoredModel uploaded(byte[] stl) {
        StoredModel model = ModelMetadata.read(stl).storedAs("orders/" + orderId + "/ring.stl");
        models.save(model.key(), "ring.stl", stl);
        return model;
    }

    OrderMessage submitted(@Nullable StoredModel model) {
        return new OrderMessage(
                orderId, OrderStatus.SUBMITTED, OrderStatus.CREATED, now(), "anna", null, null, null, model, null);
    }

    /** What CRM API says about this order. */
    OrderMessage fromCrm(OrderStatus status, Instant changedAt) {
        return new OrderMessage(orderId, status, null, changedAt, null, null, "sel-3", null, null, null);
    }

    /** This order in MES's database, as Shop API or CRM API have told of it. */
    ManufacturingOrder known(OrderStatus status) {
        StoredModel model = new StoredModel("orders/" + orderId + "/ring.stl", "stl-binary", 684, 12, "0".repeat(64));
        orders.receive(new OrderMessage(orderId, status, null, now(), "anna", null, null, null, model, null));
        return orders.get(orderId);
    }

    void send(String routingKey, OrderMessage message) {
        rabbit.send(OrderQueue.EXCHANGE, routingKey, amqp(json.writeValueAsBytes(message)));
    }

    static Message amqp(byte[] body) {
        return MessageBuilder.withBody(body)
                .setContentType("application/json")
                .setMessageId(UUID.randomUUID().toString())
                .build();
    }

    Message receive(String queue) {
        return Objects.requireNonNull(rabbit.receive(queue, WAIT_MILLIS), "nothing came to " + queue);
    }

    OrderMessage read(Message message) {
        return json.readValue(message.getBody(), OrderMessage.class);
    }

    ManufacturingOrder awaitStatus(OrderStatus status) {
        return await().atMost(20, SECONDS)
                .until(
                        () -> orders.find(orderId),
                        found -> found.map(ManufacturingOrder::status)
                                .filter(status::equals)
                                .isPresent())
                .orElseThrow();
    }

    /** The status changes and attempts of this order that were told to the trace. */
    List<SpanData> statusSpans() {
        return statusSpans(orderId);
    }

    List<SpanData> statusSpans(String order) {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("order.status_change"))
                .filter(span -> order.equals(span.getAttributes().get(OrderAttributes.ORDER_ID)))
                .toList();
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
