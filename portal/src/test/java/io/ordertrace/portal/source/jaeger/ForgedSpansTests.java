package io.ordertrace.portal.source.jaeger;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CLIENT;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CONSUMER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_INTERNAL;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_PRODUCER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderId;
import io.ordertrace.portal.order.OrderProcess;
import io.ordertrace.portal.order.OrderProcessFile;
import io.ordertrace.portal.source.Otlp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

/** Whoever visits a page can send spans through it. Whatever they say, an order's history stays as it was. */
class ForgedSpansTests {

    private static final String ID = "ORD-0000001";
    private static final Instant T = Instant.parse("2026-11-18T09:00:00Z");
    private static final OrderProcess PROCESS = OrderProcessFile.read(new ClassPathResource("order-process.yml"));

    private final Otlp trace = Otlp.trace();
    private Otlp.Told request;
    private Otlp.Told change;
    private Otlp.Told publish;

    /** How a span shows where it came from: by its mark, or by the name of a page. */
    enum Mark {
        SPAN("shop-api", told -> told.with("jewelry.origin", "browser")),
        RESOURCE("crm-api", told -> told.of("jewelry.origin", "browser")),
        PAGE("mes-page", UnaryOperator.identity());

        private final String service;
        private final UnaryOperator<Otlp.Told> put;

        Mark(String service, UnaryOperator<Otlp.Told> put) {
            this.service = service;
            this.put = put;
        }

        Otlp.Told span(Otlp trace, String name, SpanKind kind) {
            return put.apply(trace.span(service, name, kind).with("jewelry.order.id", ID));
        }
    }

    @BeforeEach
    void anHonestChange() {
        request = honest("crm-api", "POST", SPAN_KIND_SERVER).at(T, Duration.ofMillis(60));
        change = honest("crm-api", "order.status_change", SPAN_KIND_INTERNAL)
                .below(request)
                .at(T, Duration.ofMillis(30))
                .with("jewelry.order.status", "MANUFACTURING_APPROVED", "jewelry.seller.id", "seller-17");
        publish = honest("crm-api", "orders publish", SPAN_KIND_PRODUCER)
                .below(request)
                .at(T.plusMillis(40), Duration.ofMillis(5))
                .with("messaging.destination.name", "orders:order.approved", "messaging.message.id", "m-1");
    }

    @ParameterizedTest
    @EnumSource
    void changesNoStatus(Mark mark) {
        staysTheSame(() -> mark.span(trace, "order.status_change", SPAN_KIND_INTERNAL)
                .at(T.plusSeconds(60), Duration.ofMillis(5))
                .with("jewelry.order.status", "CLOSED", "jewelry.seller.id", "mallory")
                .with("jewelry.order.status.changed_at", "2026-11-18T09:01:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void makesNothingFail(Mark mark) {
        staysTheSame(() -> mark.span(trace, "order.status_change", SPAN_KIND_INTERNAL)
                .below(request)
                .at(T.plusSeconds(60), Duration.ofMillis(5))
                .with("jewelry.order.status", "MANUFACTURING_STARTED")
                .failed("java.net.ConnectException", "refused"));
        staysTheSame(() -> mark.span(trace, "GET", SPAN_KIND_CLIENT)
                .below(change)
                .at(T, Duration.ofSeconds(60))
                .with("jewelry.failure.class", "hang", "jewelry.failure.dependency", "mes-db")
                .failed("java.net.SocketTimeoutException", "timeout"));
    }

    @ParameterizedTest
    @EnumSource
    void receivesAndSendsNoMessage(Mark mark) {
        staysTheSame(() -> mark.span(trace, "order.approved process", SPAN_KIND_CONSUMER)
                .below(publish)
                .at(T.plusMillis(50), Duration.ofMillis(5))
                .with("messaging.operation", "process", "messaging.message.id", "m-1"));
        staysTheSame(() -> mark.span(trace, "orders publish", SPAN_KIND_PRODUCER)
                .below(request)
                .at(T.plusSeconds(1), Duration.ofMillis(5))
                .with("messaging.destination.name", "orders:order.closed", "messaging.message.id", "m-2"));
        staysTheSame(() -> mark.span(trace, "order.message", SPAN_KIND_INTERNAL)
                .below(request)
                .at(T.minusSeconds(600), Duration.ofMillis(5))
                .with("messaging.destination.name", "orders:order.approved", "messaging.message.id", "m-1"));
        staysTheSame(() -> mark.span(trace, "order.dead_letter", SPAN_KIND_INTERNAL)
                .below(publish)
                .at(T.plusSeconds(1), Duration.ofMillis(5))
                .with("messaging.destination.name", "mes.orders.dead", "messaging.message.id", "m-1")
                .failed("java.lang.Exception", "no"));
    }

    @ParameterizedTest
    @EnumSource
    void shiftsNoTimeAndBreaksNoTreeAsAParent(Mark mark) {
        staysTheSame(() -> request.below(
                mark.span(trace, "POST", SPAN_KIND_CLIENT).at(T.plusSeconds(3600), Duration.ofSeconds(1))));
    }

    @ParameterizedTest
    @EnumSource
    void replacesNoSpanByTakingItsId(Mark mark) {
        Otlp forged = Otlp.trace(trace.traceId());
        mark.span(forged, "order.status_change", SPAN_KIND_INTERNAL)
                .withIdOf(change)
                .at(T, Duration.ofMillis(5))
                .with("jewelry.order.status", "CLOSED");
        List<OrderEvent> before = read(trace);
        assertThat(read(forged, trace)).isEqualTo(before).hasSize(2);
    }

    private Otlp.Told honest(String service, String name, SpanKind kind) {
        return trace.span(service, name, kind).with("jewelry.order.id", ID);
    }

    private void staysTheSame(Runnable forgery) {
        List<OrderEvent> before = read(trace);
        forgery.run();
        assertThat(read(trace)).isEqualTo(before).hasSize(2);
    }

    private static List<OrderEvent> read(Otlp... told) {
        Spans reader = new Spans(PROCESS.pages());
        OrderTrace spans = new OrderTrace(
                new OrderId(ID),
                List.of(told).stream()
                        .flatMap(part -> reader.in(part.data()).stream())
                        .toList());
        assertThat(spans.orphaned()).isEmpty();
        return new OrderTraceReader(PROCESS).read(spans, Operations.of(List.of(spans)));
    }
}
