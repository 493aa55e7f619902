package io.ordertrace.portal.source.jaeger;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CONSUMER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_INTERNAL;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_PRODUCER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.Failure;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.Setback;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.OrderProcessFile;
import io.ordertrace.portal.source.Otlp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Messages as an outbox sends them: attempt by attempt, within the trace of the change that they tell of. */
class MessagesOfATraceTests {

    private static final String ID = "ORD-0000001";
    private static final Instant T = Instant.parse("2026-11-18T09:00:00Z");
    private static final Instant CHANGED = T.plusMillis(30);
    private static final OrderProcess PROCESS = OrderProcessFile.read(new ClassPathResource("order-process.yml"));

    private final Otlp trace = Otlp.trace();
    private Otlp.Told request;

    @BeforeEach
    void aChangeThatCommitted() {
        request = span("crm-api", "POST /api/orders/{id}/approve", SPAN_KIND_SERVER)
                .at(T, Duration.ofMillis(40));
        span("crm-api", "order.status_change", SPAN_KIND_INTERNAL)
                .below(request)
                .at(T, Duration.ofMillis(30))
                .with("jewelry.order.status", "MANUFACTURING_APPROVED");
    }

    @Test
    void aMessageSentAfterFailedAttemptsIsOneHopThatWaitedFromTheChangeOn() {
        attempt("m-1", T.plusSeconds(1))
                .failed("java.net.ConnectException", "Connection refused")
                .with("jewelry.failure.class", "unavailable", "jewelry.failure.dependency", "orders-mq");
        attempt("m-1", T.plusSeconds(5))
                .failed("java.util.concurrent.TimeoutException", "no confirm")
                .with("jewelry.failure.class", "hang", "jewelry.failure.dependency", "orders-mq");
        Otlp.Told producer = producer(attempt("m-1", T.plusSeconds(60)), "m-1", T.plusSeconds(60));
        consume("mes-api", producer, "m-1", T.plusSeconds(61));

        List<OrderEvent> events = read();

        assertThat(events)
                .satisfiesExactly(
                        change -> assertThat(change).isInstanceOf(StatusChange.class),
                        refused -> assertThat(refused)
                                .isEqualTo(failure(
                                        refused,
                                        Fault.Kind.UNAVAILABLE,
                                        "java.net.ConnectException",
                                        "Connection refused")),
                        hung -> assertThat(((Failure) hung).fault().kind()).isEqualTo(Fault.Kind.HANG),
                        sent -> {
                            MessageHop hop = (MessageHop) sent;
                            assertThat(hop.dueAt()).isEqualTo(CHANGED);
                            assertThat(hop.publishedAt()).isEqualTo(T.plusSeconds(60));
                            assertThat(hop.processedAt())
                                    .isEqualTo(T.plusSeconds(61).plusMillis(50));
                            assertThat(hop.consumer()).isEqualTo("mes-api");
                            assertThat(hop.message().routingKey()).isEqualTo("order.approved");
                            assertThat(hop.message().id()).isEqualTo("m-1");
                            assertThat(hop.setback()).isNull();
                        });
    }

    @Test
    void aMessageThatNeverGotOutSaysSinceWhenAndWhy() {
        attempt("m-1", T.plusSeconds(1))
                .failed("java.net.ConnectException", "Connection refused")
                .with("jewelry.failure.class", "unavailable", "jewelry.failure.dependency", "orders-mq");
        attempt("m-1", T.plusSeconds(9))
                .failed("java.util.concurrent.TimeoutException", "no confirm")
                .with("jewelry.failure.class", "hang", "jewelry.failure.dependency", "orders-mq");

        List<OrderEvent> events = read();

        assertThat(hops(events)).singleElement().satisfies(hop -> {
            assertThat(hop.notSent()).isTrue();
            assertThat(hop.publisher()).isEqualTo("crm-api");
            assertThat(hop.publishedAt()).isNull();
            assertThat(hop.at()).isEqualTo(T.plusSeconds(1));
            assertThat(setback(hop).since()).isEqualTo(T.plusSeconds(1));
            assertThat(setback(hop).fault().kind()).isEqualTo(Fault.Kind.HANG);
            assertThat(setback(hop).fault().dependency()).isEqualTo("orders-mq");
        });
        assertThat(events).filteredOn(Failure.class::isInstance).hasSize(2).allSatisfy(event -> {
            assertThat(((Failure) event).recovered()).isFalse();
            assertThat(((Failure) event).messageId()).isEqualTo("m-1");
        });
    }

    @Test
    void aMessageThatWasReceivedAlthoughTheSenderSawNoConfirmationWasSent() {
        Otlp.Told unconfirmed =
                attempt("m-1", T.plusSeconds(1)).failed("java.util.concurrent.TimeoutException", "no confirm");
        consume("mes-api", producer(unconfirmed, "m-1", T.plusSeconds(1)), "m-1", T.plusSeconds(2));
        Otlp.Told again = producer(attempt("m-1", T.plusSeconds(30)), "m-1", T.plusSeconds(30));
        consume("mes-api", again, "m-1", T.plusSeconds(31));

        List<OrderEvent> events = read();

        assertThat(hops(events)).singleElement().satisfies(hop -> {
            assertThat(hop.publishedAt()).isEqualTo(T.plusSeconds(1));
            assertThat(hop.processedAt()).isEqualTo(T.plusSeconds(2).plusMillis(50));
        });
        assertThat(events)
                .filteredOn(Failure.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((Failure) event).recovered()).isTrue());
    }

    @Test
    void aMessageReturnedByTheBrokerWasNotSent() {
        Otlp.Told returned = attempt("m-1", T.plusSeconds(1))
                .failed("org.springframework.amqp.AmqpMessageReturnedException", "NO_ROUTE")
                .with("jewelry.failure.class", "error", "jewelry.failure.dependency", "orders-mq");
        producer(returned, "m-1", T.plusSeconds(1));

        assertThat(hops(read())).singleElement().satisfies(hop -> {
            assertThat(hop.notSent()).isTrue();
            assertThat(setback(hop).fault().kind()).isEqualTo(Fault.Kind.ERROR);
            assertThat(hop.message().routingKey()).isEqualTo("order.approved");
        });
    }

    @Test
    void aMessageSentWhileItsChangeIsStillEndingComesAfterIt() {
        producer(attempt("m-1", T.plusMillis(20)), "m-1", T.plusMillis(21));
        assertThat(read())
                .satisfiesExactly(
                        change -> assertThat(change).isInstanceOf(StatusChange.class),
                        hop -> assertThat(((MessageHop) hop).dueAt()).isEqualTo(T.plusMillis(20)));
    }

    @Test
    void aMessageWaitedFromItsChangeOnAlsoWhenAKilledServiceTellsThatAgain() {
        span("crm-api", "order.status_change", SPAN_KIND_INTERNAL)
                .below(request)
                .at(T.plusSeconds(60), Duration.ofMillis(1))
                .with("jewelry.order.status", "REJECTED")
                .with("jewelry.order.status.changed_at", T.plusSeconds(2).toString());
        producer(attempt("m-9", T.plusSeconds(61)), "m-9", T.plusSeconds(61));
        assertThat(hops(read())).singleElement().satisfies(hop -> {
            assertThat(hop.dueAt()).isEqualTo(T.plusSeconds(2));
            assertThat(hop.publishedAt()).isEqualTo(T.plusSeconds(61));
        });
    }

    @Test
    void twoMessagesOfOneChangeAreToldApart() {
        consume(
                "mes-api",
                producer(attempt("m-1", T.plusSeconds(1)), "m-1", T.plusSeconds(1)),
                "m-1",
                T.plusSeconds(2));
        attempt("m-2", T.plusSeconds(3)).failed("java.net.ConnectException", "Connection refused");

        assertThat(hops(read()))
                .satisfiesExactly(
                        arrived -> assertThat(arrived.processedAt()).isNotNull(),
                        waiting -> assertThat(waiting.notSent()).isTrue());
    }

    @Test
    void aMessageDeliveredTwiceIsOneHopAndTheFirstDeliveryCounts() {
        Otlp.Told producer = producer(attempt("m-1", T.plusSeconds(1)), "m-1", T.plusSeconds(1));
        consume("mes-api", producer, "m-1", T.plusSeconds(2));
        consume("mes-api", producer, "m-1", T.plusSeconds(300));
        assertThat(hops(read()))
                .singleElement()
                .satisfies(hop ->
                        assertThat(hop.processedAt()).isEqualTo(T.plusSeconds(2).plusMillis(50)));
    }

    @Test
    void aDeadLetterEndsTheHopWithItsQueueAndTheRootCause() {
        Otlp.Told producer = producer(attempt("m-1", T.plusSeconds(1)), "m-1", T.plusSeconds(1));
        Otlp.Told listener = consume("mes-api", producer, "m-1", T.plusSeconds(2));
        span("mes-api", "SELECT mes", SPAN_KIND_CLIENT)
                .below(listener)
                .at(T.plusSeconds(2), Duration.ofMillis(10))
                .failed("java.net.ConnectException", "Connection refused")
                .with("db.system.name", "postgresql", "service.peer.name", "mes-db");
        deadLetter("mes-api", listener, "m-1", T.plusSeconds(2).plusMillis(40), "unavailable", "mes-db");

        List<OrderEvent> events = read();

        assertThat(hops(events)).singleElement().satisfies(hop -> {
            assertThat(hop.deadLetter()).isTrue();
            assertThat(setback(hop).deadLetterQueue()).isEqualTo("mes.orders.dead");
            assertThat(setback(hop).fault().dependency()).isEqualTo("mes-db");
            assertThat(setback(hop).fault().kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
            assertThat(hop.processedAt()).isNull();
            assertThat(hop.publisher()).isEqualTo("crm-api");
        });
        assertThat(events).filteredOn(Failure.class::isInstance).singleElement().satisfies(event -> {
            assertThat(((Failure) event).recovered()).isFalse();
            assertThat(((Failure) event).messageId()).isEqualTo("m-1");
            assertThat(((Failure) event).fault().dependency()).isEqualTo("mes-db");
        });
    }

    @Test
    void aDeadLetterThatWasReturnedAndProcessedIsOver() {
        Otlp.Told producer = producer(attempt("m-1", T.plusSeconds(1)), "m-1", T.plusSeconds(1));
        Otlp.Told listener =
                consume("mes-api", producer, "m-1", T.plusSeconds(2)).failed("java.lang.Exception", "no");
        deadLetter("mes-api", listener, "m-1", T.plusSeconds(3), "error", "mes-db");
        consume("mes-api", producer, "m-1", T.plusSeconds(600));

        assertThat(hops(read())).singleElement().satisfies(hop -> {
            assertThat(hop.setback()).isNull();
            assertThat(hop.processedAt()).isEqualTo(T.plusSeconds(600).plusMillis(50));
        });
    }

    @Test
    void aDeadLetterWhoseSenderIsUnknownIsStillTold() {
        span("mes-api", "order.dead_letter", SPAN_KIND_INTERNAL)
                .at(T.plusSeconds(3), Duration.ofMillis(1))
                .failed("tools.jackson.core.JacksonException", "not JSON")
                .with("messaging.destination.name", "mes.orders.dead", "messaging.message.id", "strange");
        assertThat(hops(read())).singleElement().satisfies(hop -> {
            assertThat(hop.publisher()).isNull();
            assertThat(hop.consumer()).isEqualTo("mes-api");
            assertThat(hop.message().id()).isEqualTo("strange");
            assertThat(setback(hop).deadLetterQueue()).isEqualTo("mes.orders.dead");
        });
    }

    private Otlp.Told span(String service, String name, SpanKind kind) {
        return trace.span(service, name, kind).with("jewelry.order.id", ID);
    }

    private Otlp.Told attempt(String message, Instant at) {
        return span("crm-api", "order.message", SPAN_KIND_INTERNAL)
                .below(request)
                .at(at, Duration.ofMillis(8))
                .with("messaging.system", "rabbitmq", "messaging.destination.name", "orders")
                .with("messaging.rabbitmq.destination.routing_key", "order.approved", "messaging.message.id", message);
    }

    private Otlp.Told producer(Otlp.Told attempt, String message, Instant at) {
        return span("crm-api", "orders publish", SPAN_KIND_PRODUCER)
                .below(attempt)
                .at(at, Duration.ofMillis(5))
                .with("messaging.destination.name", "orders:order.approved", "messaging.message.id", message);
    }

    private Otlp.Told consume(String service, Otlp.Told producer, String message, Instant at) {
        return span(service, "order.approved process", SPAN_KIND_CONSUMER)
                .below(producer)
                .at(at, Duration.ofMillis(50))
                .with("messaging.operation", "process", "messaging.destination.name", "order.approved")
                .with("messaging.message.id", message);
    }

    private void deadLetter(
            String service, Otlp.Told parent, String message, Instant at, String kind, String dependency) {
        span(service, "order.dead_letter", SPAN_KIND_INTERNAL)
                .below(parent)
                .at(at, Duration.ofMillis(1))
                .failed("org.springframework.amqp.rabbit.support.ListenerExecutionFailedException", "gave up")
                .with("messaging.destination.name", "mes.orders.dead", "messaging.message.id", message)
                .with("jewelry.failure.class", kind, "jewelry.failure.dependency", dependency);
    }

    private static Failure failure(OrderEvent event, Fault.Kind kind, String type, String message) {
        return new Failure(
                event.evidence(),
                event.at(),
                "order.message",
                new Fault(kind, "orders-mq", type, message),
                true,
                "m-1");
    }

    private static Setback setback(MessageHop hop) {
        return Objects.requireNonNull(hop.setback());
    }

    private static List<MessageHop> hops(List<OrderEvent> events) {
        return events.stream()
                .filter(MessageHop.class::isInstance)
                .map(MessageHop.class::cast)
                .toList();
    }

    private List<OrderEvent> read() {
        OrderTrace spans = new OrderTrace(new OrderId(ID), new Spans(PROCESS.pages()).in(trace.data()));
        return new OrderTraceReader(PROCESS).read(spans, Operations.of(List.of(spans)));
    }
}
