package io.ordertrace.stack.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.GetResponse;
import io.ordertrace.stack.Broker;
import io.ordertrace.stack.Credential;
import io.ordertrace.stack.Ports;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages between a publisher and consumers that behave as the services do, on the machine's RabbitMQ. */
class MessagesTests {

    private static final Credential USER = Credential.fresh("order-trace");
    private static final int PORT = Ports.freePort();
    private static final Duration A_WHILE = Duration.ofMillis(700);
    private static final BasicProperties PROPERTIES = new BasicProperties.Builder()
            .messageId("m-1")
            .headers(Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
            .build();

    @TempDir
    static Path dir;

    private static Broker broker;

    private final BrokerLink link = new BrokerLink(PORT, USER);
    private final Messages messages = new Messages(link);
    private final List<Delivery> received = new CopyOnWriteArrayList<>();
    private Connection connection;
    private Channel channel;

    @BeforeAll
    static void startBroker() {
        broker = Broker.start(dir, PORT, USER);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void declareAndConsume() throws Exception {
        connection = link.connect();
        channel = connection.createChannel();
        channel.confirmSelect();
        channel.exchangeDeclare(OrderMail.EXCHANGE, "topic", true);
        channel.exchangeDeclare("orders.dead", "direct", true);
        for (String queue : OrderMail.QUEUES) {
            channel.queueDeclare(
                    queue,
                    true,
                    false,
                    false,
                    Map.of("x-dead-letter-exchange", "orders.dead", "x-dead-letter-routing-key", queue));
            channel.queuePurge(queue);
            channel.queueDeclare(OrderMail.deadLettersOf(queue), true, false, false, Map.of());
            channel.queuePurge(OrderMail.deadLettersOf(queue));
            channel.queueBind(OrderMail.deadLettersOf(queue), "orders.dead", queue);
        }
        channel.queueBind("mes.orders", OrderMail.EXCHANGE, "order.approved");
        Channel service = connection.createChannel();
        service.basicConsume("mes.orders", false, (tag, delivery) -> consume(service, delivery), tag -> {});
    }

    private void consume(Channel service, Delivery delivery) throws java.io.IOException {
        received.add(delivery);
        long tag = delivery.getEnvelope().getDeliveryTag();
        if (text(delivery).equals("an order")) {
            service.basicAck(tag, false);
        } else {
            service.basicReject(tag, false);
        }
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
    }

    @Test
    void aLostMessageReachesNobodyUntilItIsSentAgain() throws Exception {
        Fault lost = messages.lost();
        lost.start();
        publish();
        stays(0);
        lost.stop();
        stays(0);
        assertThat(messages.sendAgain()).isEqualTo(1);
        await().until(() -> received.size() == 1);
        assertThat(messages.sendAgain()).isZero();
    }

    @Test
    void aLateMessageComesOnceAndAsItWas() throws Exception {
        Fault late = messages.late();
        late.start();
        publish();
        stays(0);
        late.stop();
        stays(1);
        Delivery delivery = received.getFirst();
        assertThat(text(delivery)).isEqualTo("an order");
        assertThat(delivery.getEnvelope().getRoutingKey()).isEqualTo("order.approved");
        assertThat(delivery.getEnvelope().getExchange()).isEqualTo(OrderMail.EXCHANGE);
        assertThat(delivery.getProperties().getHeaders()).containsKey("traceparent");
    }

    @Test
    void aMessageComesTwiceWithTheSameIdAndOnlyWhileTheTroubleLasts() throws Exception {
        Fault twice = messages.twice();
        twice.start();
        publish();
        stays(2);
        assertThat(received)
                .allMatch(delivery -> text(delivery).equals("an order"))
                .allMatch(delivery -> delivery.getProperties().getMessageId().equals("m-1"));
        twice.stop();
        publish();
        stays(3);
    }

    @Test
    void aPoisonedMessageEndsAmongTheDeadAndTheReadableOneComesAfterwards() throws Exception {
        Fault poisoned = messages.poisoned();
        poisoned.start();
        publish();
        stays(1);
        assertThat(received.getFirst().getProperties().getHeaders()).containsKey("traceparent");
        assertThat(text(received.getFirst())).isNotEqualTo("an order");
        poisoned.stop();
        stays(2);
        assertThat(text(received.getLast())).isEqualTo("an order");
        assertThat(messages.sendAgain()).isZero();
        assertThat(channel.messageCount("mes.orders.dead")).isZero();
    }

    @Test
    void deadLettersAreSentAgainUnderTheirFirstRoutingKey() throws Exception {
        channel.basicPublish(OrderMail.EXCHANGE, "order.approved", PROPERTIES, "torn".getBytes(StandardCharsets.UTF_8));
        await().until(() -> channel.messageCount("mes.orders.dead") == 1);
        assertThat(messages.sendAgain()).isEqualTo(1);
        await().until(() -> received.size() == 2);
        assertThat(received.getLast().getEnvelope().getRoutingKey()).isEqualTo("order.approved");
    }

    @Test
    void whatTheBrokerReturnsIsNotSentAndStaysForTheNextTime() throws Exception {
        Fault lost = messages.lost();
        lost.start();
        publish();
        stays(0);
        lost.stop();
        channel.basicPublish(OrderMail.EXCHANGE, "order.approved", PROPERTIES, "torn".getBytes(StandardCharsets.UTF_8));
        await().until(() -> channel.messageCount("mes.orders.dead") == 1);

        Fault returning = new BrokerSettings(broker::control).returning(link);
        returning.start();
        assertThat(messages.sendAgain()).isZero();
        await().until(() -> channel.messageCount("mes.orders.dead") == 1);
        returning.stop();

        assertThat(messages.sendAgain()).isEqualTo(2);
        stays(3);
        assertThat(received).map(MessagesTests::text).containsExactly("torn", "an order", "torn");
    }

    @Test
    void aBrokerThatReturnsMessagesHasItsBindingsBackAfterwards() throws Exception {
        Fault returning = new BrokerSettings(broker::control).returning(link);
        List<Integer> returned = new CopyOnWriteArrayList<>();
        channel.addReturnListener(message -> returned.add(message.getReplyCode()));
        returning.start();
        publish();
        await().until(() -> returned.equals(List.of(312)));
        returning.stop();
        publish();
        stays(1);
        assertThat(returned).hasSize(1);
    }

    @Test
    void aBrokerThatRejectsTellsThePublisherAndKeepsTheMessageAmongTheDead() throws Exception {
        Fault rejecting = new BrokerSettings(broker::control).rejecting();
        rejecting.start();
        try {
            await().ignoreExceptions().until(() -> !confirmed());
            stays(0);
            GetResponse dead = channel.basicGet("mes.orders.dead", true);
            assertThat(dead.getProps().getMessageId()).isEqualTo("m-1");
        } finally {
            rejecting.stop();
        }
        await().until(this::confirmed);
    }

    @Test
    void aBlockedBrokerConfirmsNothingUntilItIsUnblocked() throws Exception {
        Fault blocked = new BrokerSettings(broker::control).blocked();
        List<String> heard = new CopyOnWriteArrayList<>();
        connection.addBlockedListener(reason -> heard.add("blocked"), () -> heard.add("unblocked"));
        blocked.start();
        channel.basicPublish(
                OrderMail.EXCHANGE, "order.approved", PROPERTIES, "an order".getBytes(StandardCharsets.UTF_8));
        await().until(() -> heard.equals(List.of("blocked")));
        stays(0);
        blocked.stop();
        await().until(() -> heard.equals(List.of("blocked", "unblocked")) && received.size() == 1);
    }

    private void publish() throws Exception {
        assertThat(confirmed()).isTrue();
    }

    private boolean confirmed() throws Exception {
        channel.basicPublish(
                OrderMail.EXCHANGE, "order.approved", true, PROPERTIES, "an order".getBytes(StandardCharsets.UTF_8));
        return channel.waitForConfirms(10_000);
    }

    /** As many have come and no more come. */
    private void stays(int count) {
        await().until(() -> received.size() >= count);
        await().during(A_WHILE).until(() -> received.size() == count);
    }

    private static String text(Delivery delivery) {
        return new String(delivery.getBody(), StandardCharsets.UTF_8);
    }
}
