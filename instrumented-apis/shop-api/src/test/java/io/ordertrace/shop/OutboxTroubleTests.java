package io.ordertrace.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrace.message.OrderQueue;
import io.ordertrace.stack.Broker;
import io.ordertrace.telemetry.OrderAttributes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing that happens to the broker, to a stored message or to the thread that sends stops the sending for good. */
@ShopApiTest
class OutboxTroubleTests {

    private static final byte[] RING = Stl.binary(12, 1);
    private static final String UNREADABLE = "{\"status\":\"MELTED\"}";

    @Autowired
    Customer customer;

    @Autowired
    Mail mail;

    @Autowired
    OrderTrace trace;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RabbitAdmin admin;

    @Autowired
    RealServers.Hold hold;

    @Autowired
    Broker broker;

    @Autowired
    @Qualifier("outboxRelay")
    SmartLifecycle relay;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void nothingIsUnderWay() {
        submitted();
        await().atMost(Duration.ofSeconds(40)).until(() -> mail.waiting("%") == 0);
        admin.purgeQueue(Mail.MES);
    }

    /** The attempt takes longer than a change may take as a whole. */
    @Test
    void aSilentBrokerIsAskedAgainAfterAPause() throws Exception {
        String process = broker.control(List.of("eval", "os:getpid().")).replaceAll("\\D", "");
        signal("STOP", process);
        String id;
        try {
            id = submitted();
            await().atMost(Duration.ofSeconds(15)).until(() -> mail.hasFailed(id));
        } finally {
            signal("CONT", process);
        }

        assertThat(mail.told().orderId()).isEqualTo(id);
        await().until(() -> mail.waiting(id) == 0);
    }

    /** While the broker's word is still waited for: later the client library happens to open a connection by itself. */
    @Test
    void aConnectionThatEndsWhileItIsBlockedIsReplaced() {
        broker.control(List.of("set_vm_memory_high_watermark", "0"));
        String id;
        try {
            id = submitted();
            await().until(() ->
                    broker.control(List.of("list_connections", "state")).contains("blocked"));
            broker.control(List.of("close_all_connections", "the network is repaired"));
        } finally {
            broker.control(List.of("set_vm_memory_high_watermark", "0.4"));
        }

        assertThat(mail.told().orderId()).isEqualTo(id);
        await().until(() -> mail.waiting(id) == 0);
    }

    @Test
    void anErrorInTheThreadThatSendsDoesNotEndIt() {
        hold.throwsOnce(new NoClassDefFoundError("a library of another version"));

        String id = submitted();

        assertThat(mail.told().orderId()).isEqualTo(id);
    }

    @Test
    void aMessageThatThisVersionCannotReadKeepsNoOtherFromBeingToldAgainAndSent() throws Exception {
        relay.stop();
        try {
            store(UNREADABLE);
            String id = submitted();
            try (var restarted = restarted()) {
                assertThat(mail.next().getBody())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(UNREADABLE);
                assertThat(mail.told().orderId()).isEqualTo(id);
            }
            assertThat(trace.steps(id))
                    .map(step -> step.getAttributes().get(OrderAttributes.ORDER_STATUS))
                    .containsExactly("CREATED", "SUBMITTED", "SUBMITTED");
        } finally {
            relay.start();
        }
    }

    private void store(String body) {
        jdbc.sql("""
                        insert into outbox_message (message_id, order_id, routing_key, body)
                        values ('m-1', 'ORD-0000000', :key, :body)
                        """).param("key", OrderQueue.SUBMITTED).param("body", body).update();
    }

    /** The outbox as the next process has it; the rest of the service is shared. */
    private AnnotationConfigApplicationContext restarted() throws ClassNotFoundException {
        var next = new AnnotationConfigApplicationContext();
        next.setParent(context);
        next.register(Class.forName("io.ordertrace.outbox.OutboxAutoConfiguration"));
        next.refresh();
        return next;
    }

    private String submitted() {
        String id = customer.orders();
        customer.sends(id, RING).expectStatus().isOk();
        return id;
    }

    private static void signal(String name, String process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, process).start().waitFor())
                .isZero();
    }
}
