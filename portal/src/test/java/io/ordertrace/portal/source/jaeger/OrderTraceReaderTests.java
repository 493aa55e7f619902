package io.ordertrace.portal.source.jaeger;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CONSUMER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_INTERNAL;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_PRODUCER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.Fault;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.Failure;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.OrderProcessFile;
import io.ordertrace.portal.source.Otlp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class OrderTraceReaderTests {

    private static final Instant T = Instant.parse("2026-11-18T09:00:00Z");
    private static final String ID = "ORD-0000001";

    private static final OrderProcess PROCESS = OrderProcessFile.read(new ClassPathResource("order-process.yml"));

    private final OrderTraceReader reader = new OrderTraceReader(PROCESS);

    @Test
    void readsACommittedChange() {
        Otlp trace = Otlp.change(
                ID,
                "crm-api",
                "MANUFACTURING_APPROVED",
                T,
                "jewelry.order.status.previous",
                "PRICE_CALCULATED",
                "jewelry.seller.id",
                "seller-17",
                "user.id",
                "user-42");

        StatusChange change = (StatusChange) read(trace).getFirst();

        assertThat(change.committed()).isTrue();
        assertThat(change.at()).isEqualTo(T);
        assertThat(change.status().code()).isEqualTo("MANUFACTURING_APPROVED");
        assertThat(change.previous()).hasToString("PRICE_CALCULATED");
        assertThat(change.actor()).isEqualTo(new Actor(Actor.Role.SELLER, "seller-17"));
        assertThat(change.evidence().service()).isEqualTo("crm-api");
        assertThat(change.evidence().traceId()).hasToString(trace.traceId());
    }

    @Test
    void theSystemActsWhereTheProcessSaysSoEvenIfTheCustomerIsNamed() {
        Otlp trace = Otlp.change(ID, "mes-api", "PRICE_CALCULATED", T, "user.id", "user-42");
        assertThat(read(trace))
                .singleElement()
                .extracting(event -> ((StatusChange) event).actor())
                .isEqualTo(Actor.SYSTEM);
    }

    @Test
    void takesTheSpansEndWhereTheDatabaseTimeCannotBeRead() {
        Otlp trace = Otlp.trace();
        change(trace, "SHIPPED", T).with("jewelry.order.status.changed_at", "yesterday");
        assertThat(read(trace)).singleElement().extracting(OrderEvent::at).isEqualTo(T.plusMillis(30));
    }

    @Test
    void aChangeThatAServiceTellsAgainAfterItWasKilledIsOneChange() {
        Otlp trace = Otlp.trace();
        String changedAt = "jewelry.order.status.changed_at";
        Otlp.Told change = change(trace, "SHIPPED", T).with(changedAt, T.toString());
        change(trace, "SHIPPED", T.plusSeconds(20)).below(change).with(changedAt, T.toString());
        assertThat(read(trace)).singleElement().extracting(OrderEvent::at).isEqualTo(T);
    }

    @Test
    void aChangeThatDidNotCommitIsAFailedAttemptWithItsDeepestCause() {
        Otlp trace = Otlp.trace();
        Otlp.Told attempt = change(trace, "PRICE_CALCULATED", T).failed("java.lang.IllegalStateException", "no model");
        trace.span("mes-api", "S3.GetObject", SPAN_KIND_CLIENT)
                .below(attempt)
                .at(T, Duration.ofMillis(20))
                .with("jewelry.order.id", ID, "rpc.system", "aws-api", "rpc.service", "S3", "aws.s3.bucket", "models")
                .failed("java.net.ConnectException", "Connection refused");

        StatusChange change = (StatusChange) only(read(trace));

        assertThat(change.committed()).isFalse();
        assertThat(change.fault())
                .isEqualTo(new Fault(Fault.Kind.UNAVAILABLE, "s3", "java.net.ConnectException", "Connection refused"));
    }

    @Test
    void joinsAMessageWithEachServiceThatProcessedIt() {
        Otlp trace = Otlp.trace();
        Otlp.Told publish = publish(trace, T, "orders:order.priced");
        consume(trace, publish, "shop-api", T.plusMillis(100), "orders:order.priced:shop.orders", "m-1");
        consume(trace, publish, "crm-api", T.plusMillis(300), "orders:order.priced:crm.orders", "m-1");

        assertThat(read(trace))
                .extracting(event -> (MessageHop) event)
                .satisfiesExactly(
                        shop -> {
                            assertThat(shop.message())
                                    .isEqualTo(new OrderEvent.Message("orders", "order.priced", "shop.orders", "m-1"));
                            assertThat(shop.publisher()).isEqualTo("mes-api");
                            assertThat(shop.publishedAt()).isEqualTo(T);
                            assertThat(shop.processedAt()).isEqualTo(T.plusMillis(150));
                        },
                        crm -> assertThat(crm.consumer()).isEqualTo("crm-api"));
    }

    @Test
    void readsOldNamesOfMessagingAttributes() {
        Otlp trace = Otlp.trace();
        Otlp.Told publish = trace.span("crm-api", "orders send", SPAN_KIND_PRODUCER)
                .at(T, Duration.ofMillis(5))
                .with(
                        "jewelry.order.id",
                        ID,
                        "messaging.system",
                        "rabbitmq",
                        "messaging.destination",
                        "orders",
                        "messaging.rabbitmq.routing_key",
                        "order.approved",
                        "messaging.message_id",
                        "m-7");
        trace.span("mes-api", "mes.orders process", SPAN_KIND_CONSUMER)
                .below(publish)
                .at(T.plusMillis(9), Duration.ofMillis(1))
                .with("jewelry.order.id", ID, "messaging.system", "rabbitmq", "messaging.destination", "mes.orders");

        assertThat(((MessageHop) only(read(trace))).message())
                .isEqualTo(new OrderEvent.Message("orders", "order.approved", "mes.orders", "m-7"));
    }

    @Test
    void readsWhatTheAgentReportsOfASpringListener() {
        Otlp trace = Otlp.trace();
        Otlp.Told publish = trace.span("shop-api", "orders publish", SPAN_KIND_PRODUCER)
                .at(T, Duration.ofMillis(5))
                .with(
                        "jewelry.order.id",
                        ID,
                        "messaging.system",
                        "rabbitmq",
                        "messaging.operation",
                        "publish",
                        "messaging.destination.name",
                        "orders",
                        "messaging.rabbitmq.destination.routing_key",
                        "order.submitted",
                        "messaging.message.id",
                        "7ae3bf04");
        trace.span("mes-api", "order.submitted process", SPAN_KIND_CONSUMER)
                .below(publish)
                .at(T.plusMillis(80), Duration.ofMillis(1200))
                .with(
                        "jewelry.order.id",
                        ID,
                        "messaging.system",
                        "rabbitmq",
                        "messaging.operation",
                        "process",
                        "messaging.destination.name",
                        "order.submitted",
                        "messaging.message.id",
                        "7ae3bf04");

        MessageHop hop = (MessageHop) only(read(trace));

        assertThat(hop.message()).isEqualTo(new OrderEvent.Message("orders", "order.submitted", null, "7ae3bf04"));
        assertThat(hop.processedAt()).isEqualTo(T.plusMillis(1280));
    }

    @Test
    void aMessageWhoseSenderIsUnknownStillArrived() {
        Otlp trace = Otlp.trace();
        trace.span("crm-api", "order.priced process", SPAN_KIND_CONSUMER)
                .at(T, Duration.ofMillis(50))
                .with("jewelry.order.id", ID, "messaging.destination.name", "order.priced");
        MessageHop hop = (MessageHop) only(read(trace));
        assertThat(hop.message().routingKey()).isEqualTo("order.priced");
        assertThat(hop.publisher()).isNull();
        assertThat(hop.consumer()).isEqualTo("crm-api");
    }

    @Test
    void aMessageNobodyReceivedHasNoConsumer() {
        Otlp trace = Otlp.trace();
        publish(trace, T, "orders:order.approved");
        MessageHop hop = (MessageHop) only(read(trace));
        assertThat(hop.consumer()).isNull();
        assertThat(hop.processedAt()).isNull();
    }

    @Test
    void countsADeliveryReportedTwiceOnceAndBelievesTheListener() {
        Otlp trace = Otlp.trace();
        Otlp.Told publish = publish(trace, T, "orders:order.submitted");
        trace.span("mes-api", "mes.orders process", SPAN_KIND_CONSUMER)
                .below(publish)
                .at(T.plusMillis(10), Duration.ofMillis(1))
                .with("jewelry.order.id", ID, "messaging.system", "rabbitmq");
        consume(trace, publish, "mes-api", T.plusMillis(11), "mes.orders", "m-1")
                .failed("java.lang.Exception", "no");

        assertThat(read(trace))
                .satisfiesExactly(
                        hop -> assertThat(((MessageHop) hop).processedAt()).isNull(),
                        failure -> assertThat(failure).isInstanceOf(Failure.class));
    }

    @Test
    void aRedeliveryThatWentWellCounts() {
        Otlp trace = Otlp.trace();
        Otlp.Told publish = publish(trace, T, "orders:order.submitted");
        consume(trace, publish, "mes-api", T.plusMillis(10), "mes.orders", "m-1")
                .failed("java.lang.Exception", "no");
        consume(trace, publish, "mes-api", T.plusSeconds(5), "mes.orders", "m-1");

        assertThat(read(trace))
                .satisfiesExactly(
                        hop -> assertThat(((MessageHop) hop).processedAt()).isEqualTo(T.plusMillis(5050)),
                        failure -> assertThat(((Failure) failure).recovered()).isTrue());
    }

    @Test
    void reportsAChainOfErrorsOnceWhereItBegan() {
        Otlp trace = Otlp.trace();
        Otlp.Told request = trace.span("crm-api", "GET /api/orders/{id}", SPAN_KIND_SERVER)
                .at(T, Duration.ofSeconds(31))
                .with("jewelry.order.id", ID)
                .failed("org.example.Wrapped", "failed");
        trace.span("crm-api", "SELECT orders", SPAN_KIND_CLIENT)
                .below(request)
                .at(T, Duration.ofSeconds(30))
                .with("jewelry.order.id", ID, "db.system.name", "postgresql")
                .failed("java.net.SocketTimeoutException", "Read timed out");

        Failure failure = (Failure) only(read(trace));

        assertThat(failure.operation()).isEqualTo("GET /api/orders/{id}");
        assertThat(failure.recovered()).isFalse();
        assertThat(failure.fault().kind()).isEqualTo(Fault.Kind.HANG);
        assertThat(failure.fault().dependency()).isEqualTo("postgresql");
    }

    @Test
    void whatAServiceSaysOfItsFailureCountsMoreThanWhatItLooksLike() {
        Otlp trace = Otlp.trace();
        Otlp.Told attempt = change(trace, "PRICE_CALCULATED", T)
                .failed("java.sql.SQLTransientConnectionException", "request timed out after 3000ms")
                .with("jewelry.failure.class", "unavailable", "jewelry.failure.dependency", "mes-db");
        trace.span("mes-api", "HikariDataSource.getConnection", SPAN_KIND_INTERNAL)
                .below(attempt)
                .at(T, Duration.ofSeconds(20))
                .with("jewelry.order.id", ID)
                .failed("java.sql.SQLTransientConnectionException", "request timed out after 3000ms");

        Fault fault = ((StatusChange) only(read(trace))).fault();

        assertThat(fault)
                .isEqualTo(new Fault(
                        Fault.Kind.UNAVAILABLE,
                        "mes-db",
                        "java.sql.SQLTransientConnectionException",
                        "request timed out after 3000ms"));
    }

    @Test
    void aFailureOfTheServiceItselfNamesNoDependency() {
        Otlp trace = Otlp.trace();
        Otlp.Told request = trace.span("crm-api", "POST", SPAN_KIND_SERVER)
                .at(T, Duration.ofSeconds(1))
                .with("jewelry.order.id", ID, "jewelry.failure.class", "error")
                .failed("java.lang.IllegalStateException", "inside");
        trace.span("crm-api", "SELECT", SPAN_KIND_CLIENT)
                .below(request)
                .at(T, Duration.ofMillis(9))
                .with("jewelry.order.id", ID, "db.system.name", "postgresql")
                .failed("org.postgresql.util.PSQLException", "cancelled");
        assertThat(((Failure) only(read(trace))).fault().dependency()).isNull();
    }

    @Test
    void theNearestOfSeveralExplanationsCounts() {
        Otlp trace = Otlp.trace();
        Otlp.Told attempt = change(trace, "SUBMITTED", T)
                .failed("java.lang.RuntimeException", "outer")
                .with("jewelry.failure.class", "error");
        trace.span("mes-api", "upload", SPAN_KIND_INTERNAL)
                .below(attempt)
                .at(T, Duration.ofMillis(9))
                .with("jewelry.order.id", ID)
                .with("jewelry.failure.class", "hang", "jewelry.failure.dependency", "3d-files")
                .failed("java.lang.RuntimeException", "inner");
        assertThat(((StatusChange) only(read(trace))).fault())
                .isEqualTo(new Fault(Fault.Kind.HANG, "3d-files", "java.lang.RuntimeException", "inner"));
    }

    @Test
    void anUnknownClassIsNoExplanation() {
        Otlp trace = Otlp.trace();
        change(trace, "SUBMITTED", T)
                .failed("java.net.ConnectException", "Connection refused")
                .with("jewelry.failure.class", "sabotage", "jewelry.failure.dependency", "mes-db");
        Fault fault = ((StatusChange) only(read(trace))).fault();
        assertThat(fault)
                .isEqualTo(new Fault(Fault.Kind.UNAVAILABLE, null, "java.net.ConnectException", "Connection refused"));
    }

    @Test
    void namesADependencyAsTheCallersConfigurationDoes() {
        for (String attribute : List.of("service.peer.name", "peer.service")) {
            Otlp trace = Otlp.trace();
            Otlp.Told attempt = change(trace, "SUBMITTED", T).failed("java.lang.RuntimeException", "x");
            Otlp.Told call = trace.span("mes-api", "S3.PutObject", SPAN_KIND_CLIENT)
                    .below(attempt)
                    .at(T, Duration.ofMillis(9))
                    .with("jewelry.order.id", ID, "aws.s3.bucket", "models")
                    .failed("java.lang.RuntimeException", "x");
            trace.span("mes-api", "PUT", SPAN_KIND_CLIENT)
                    .below(call)
                    .at(T, Duration.ofMillis(9))
                    .with("jewelry.order.id", ID, "server.address", "127.0.0.1", attribute, "3d-files")
                    .failed("java.net.ConnectException", "Connection refused");
            assertThat(((StatusChange) only(read(trace))).fault())
                    .extracting(Fault::dependency)
                    .isEqualTo("3d-files");
        }
    }

    @Test
    void readsALongTraceInTimeThatGrowsWithItsLength() {
        Otlp trace = Otlp.trace();
        Otlp.Told request = trace.span("mes-api", "POST", SPAN_KIND_SERVER)
                .at(T, Duration.ofMillis(1))
                .with("jewelry.order.id", ID);
        Otlp.Told above = request;
        for (int i = 0; i < 20_000; i++) {
            above = trace.span("mes-api", "step", SPAN_KIND_INTERNAL)
                    .below(i % 50 == 0 ? request : above)
                    .at(T, Duration.ofMillis(1))
                    .with("jewelry.order.id", ID);
            if (i % 10 == 0) {
                trace.span("mes-api", "order.message", SPAN_KIND_INTERNAL)
                        .below(above)
                        .at(T.plusSeconds(i), Duration.ofMillis(1))
                        .with("jewelry.order.id", ID, "messaging.message.id", "m-" + i % 100)
                        .failed("java.net.ConnectException", "refused");
            }
        }

        // A cost that grows with the square would take minutes.
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(trace)))
                .hasSize(2_000 + 10);
    }

    @Test
    void aNoThatTheCallerCouldHandleIsNoFailure() {
        Otlp trace = Otlp.trace();
        Otlp.Told request = trace.span("shop-api", "PUT /api/orders/{id}/model", SPAN_KIND_SERVER)
                .at(T, Duration.ofMillis(50))
                .with("jewelry.order.id", ID);
        trace.span("shop-api", "S3.HeadBucket", SPAN_KIND_CLIENT)
                .below(request)
                .at(T, Duration.ofMillis(5))
                .with("jewelry.order.id", ID, "http.response.status_code", "404")
                .failed("NoSuchBucket", "404");
        assertThat(read(trace)).isEmpty();
    }

    @Test
    void aRetryThatSucceededInTheEndIsARecoveredFailure() {
        Otlp trace = Otlp.trace();
        Otlp.Told request = trace.span("mes-api", "mes.orders process", SPAN_KIND_CONSUMER)
                .at(T, Duration.ofSeconds(40))
                .with("jewelry.order.id", ID);
        trace.span("mes-api", "S3.GetObject", SPAN_KIND_CLIENT)
                .below(request)
                .at(T, Duration.ofSeconds(30))
                .with("jewelry.order.id", ID, "aws.s3.bucket", "models")
                .failed("software.amazon.awssdk.core.exception.ApiCallTimeoutException", "did not complete");
        assertThat(read(trace))
                .filteredOn(Failure.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    assertThat(((Failure) event).recovered()).isTrue();
                    assertThat(((Failure) event).fault().kind()).isEqualTo(Fault.Kind.HANG);
                    assertThat(((Failure) event).fault().dependency()).isEqualTo("s3");
                });
    }

    @Test
    void saysNothingOfOtherOrdersInTheSameTrace() {
        Otlp trace = Otlp.change("ORD-0000002", "shop-api", "CREATED", T);
        change(trace, "SUBMITTED", T);
        assertThat(read(trace))
                .singleElement()
                .extracting(event -> ((StatusChange) event).status().code())
                .isEqualTo("SUBMITTED");
    }

    @Test
    void ordersCausallyThoughAClockIsBehind() {
        Otlp trace = Otlp.trace();
        Otlp.Told submitted = change(trace, "SUBMITTED", T);
        Otlp.Told publish =
                publish(trace, T.plusMillis(40), "orders:order.submitted").below(submitted);
        Instant behind = T.minusSeconds(60);
        Otlp.Told consume = consume(trace, publish, "crm-api", behind, "crm.orders", "m-1");
        trace.span("crm-api", "order.status_change", SPAN_KIND_INTERNAL)
                .below(consume)
                .at(behind.plusMillis(5), Duration.ofMillis(10))
                .with("jewelry.order.id", ID, "jewelry.order.status", "PRICE_CALCULATED");

        assertThat(read(trace))
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("StatusChange", "MessageHop", "StatusChange");
        assertThat(((StatusChange) read(trace).getFirst()).status().code()).isEqualTo("SUBMITTED");
    }

    @Test
    void spansRunningInACircleDoNotHangIt() {
        Otlp trace = Otlp.trace();
        Otlp.Told one = change(trace, "CREATED", T);
        Otlp.Told two = trace.span("shop-api", "POST", SPAN_KIND_SERVER).at(T, Duration.ofMillis(1));
        two.below(one);
        one.below(two);
        assertThat(read(trace)).hasSize(1);
    }

    @Test
    void keepsHostileTextAsHarmlessText() {
        Otlp trace = Otlp.change(
                ID, "crm-api", "<script>alert(1)</script>", T, "jewelry.seller.id", "\u001B[31mred\u202Egnp");
        StatusChange change = (StatusChange) only(read(trace));
        assertThat(change.status().code()).isEqualTo("<script>alert(1)</script>");
        assertThat(change.actor().id()).isEqualTo("␛[31mred\uFFFDgnp");
    }

    @Test
    void noticesALostParentWithinAService() {
        Otlp trace = Otlp.trace();
        change(trace, "CREATED", T).belowMissingParent();
        assertThat(orderTrace(trace).orphaned()).containsExactly("mes-api");
    }

    @Test
    void aCallerThatIsNotTracedIsNoLostParent() {
        Otlp trace = Otlp.trace();
        trace.span("shop-api", "POST", SPAN_KIND_SERVER)
                .at(T, Duration.ofMillis(1))
                .with("jewelry.order.id", ID)
                .belowMissingParent();
        assertThat(orderTrace(trace).orphaned()).isEmpty();
    }

    private static Otlp.Told change(Otlp trace, String status, Instant start) {
        return trace.span("mes-api", "order.status_change", SPAN_KIND_INTERNAL)
                .at(start, Duration.ofMillis(30))
                .with("jewelry.order.id", ID, "jewelry.order.status", status);
    }

    private static Otlp.Told publish(Otlp trace, Instant at, String destination) {
        return trace.span("mes-api", "orders publish", SPAN_KIND_PRODUCER)
                .at(at, Duration.ofMillis(5))
                .with(
                        "jewelry.order.id",
                        ID,
                        "messaging.system",
                        "rabbitmq",
                        "messaging.destination.name",
                        destination);
    }

    private static Otlp.Told consume(
            Otlp trace, Otlp.Told publish, String service, Instant at, String destination, String id) {
        return trace.span(service, destination + " process", SPAN_KIND_CONSUMER)
                .below(publish)
                .at(at, Duration.ofMillis(50))
                .with(
                        "jewelry.order.id",
                        ID,
                        "messaging.system",
                        "rabbitmq",
                        "messaging.operation",
                        "process",
                        "messaging.destination.name",
                        destination,
                        "messaging.message.id",
                        id);
    }

    private static OrderEvent only(List<OrderEvent> events) {
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    private static OrderTrace orderTrace(Otlp trace) {
        return new OrderTrace(new OrderId(ID), new Spans(PROCESS.pages()).in(trace.data()));
    }

    private List<OrderEvent> read(Otlp trace) {
        OrderTrace spans = orderTrace(trace);
        return reader.read(spans, Operations.of(List.of(spans)));
    }
}
