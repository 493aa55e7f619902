package io.ordertrace.portal.source;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_CONSUMER;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_INTERNAL;
import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_PRODUCER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.TracesData;
import io.ordertrace.portal.order.Actor;
import io.ordertrace.portal.order.OrderEvent;
import io.ordertrace.portal.order.OrderEvent.MessageHop;
import io.ordertrace.portal.order.OrderEvent.StatusChange;
import io.ordertrace.portal.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every source must keep to, on the real thing. Each test uses orders of its own. */
public abstract class OrderEventSourceContract {

    private static final Duration WITHIN = Duration.ofMillis(2500);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final String order = "ORD-C" + NUMBERS.incrementAndGet() + "-" + now.toEpochMilli();

    protected abstract OrderEventSource source();

    /** Hands spans to whatever feeds the source. */
    protected abstract void report(TracesData spans);

    @Test
    void anUnknownOrderIsAnEmptyAnswer() {
        report(Otlp.change(order, "shop-api", "CREATED", now).data());
        found(order, 1);
        assertThat(ask("ORD-NOBODY-HAS-THIS")).isEqualTo(new FoundEvents(List.of(), List.of()));
    }

    @Test
    void findsTheOrdersChangesInAllServices() {
        report(Otlp.change(order, "shop-api", "CREATED", now.minusSeconds(60), "user.id", "user-42")
                .data());
        report(Otlp.change(order, "mes-api", "SHIPPED", now, "jewelry.operator.id", "op-17")
                .data());

        FoundEvents found = found(order, 2);

        assertThat(found.gaps()).isEmpty();
        assertThat(found.events())
                .extracting(event -> (StatusChange) event)
                .satisfiesExactlyInAnyOrder(
                        created -> {
                            assertThat(created.status().code()).isEqualTo("CREATED");
                            assertThat(created.at()).isEqualTo(now.minusSeconds(60));
                            assertThat(created.actor()).isEqualTo(new Actor(Actor.Role.CUSTOMER, "user-42"));
                        },
                        shipped -> {
                            assertThat(shipped.evidence().service()).isEqualTo("mes-api");
                            assertThat(shipped.evidence().sources()).containsExactly(source().origin());
                            assertThat(shipped.actor()).isEqualTo(new Actor(Actor.Role.OPERATOR, "op-17"));
                        });
    }

    @Test
    void keepsTheEventsOfOneTraceInCausalOrder() {
        Otlp trace = Otlp.change(order, "crm-api", "MANUFACTURING_APPROVED", now);
        Otlp.Told publish = trace.span("crm-api", "orders publish", SPAN_KIND_PRODUCER)
                .at(now.plusMillis(30), Duration.ofMillis(3))
                .with("jewelry.order.id", order, "messaging.destination.name", "orders:order.approved");
        Otlp.Told consume = trace.span("mes-api", "mes.orders process", SPAN_KIND_CONSUMER)
                .below(publish)
                .at(now.plusMillis(50), Duration.ofMillis(100))
                .with("jewelry.order.id", order, "messaging.message.id", "m-1");
        trace.span("mes-api", "order.status_change", SPAN_KIND_INTERNAL)
                .below(consume)
                .at(now.plusMillis(60), Duration.ofMillis(20))
                .with("jewelry.order.id", order, "jewelry.order.status", "MANUFACTURING_STARTED");
        trace.chunks().forEach(this::report);

        FoundEvents found = found(order, 3);

        assertThat(found.events())
                .satisfiesExactly(
                        approved -> assertThat(
                                        ((StatusChange) approved).status().code())
                                .isEqualTo("MANUFACTURING_APPROVED"),
                        hop -> assertThat(((MessageHop) hop).consumer()).isEqualTo("mes-api"),
                        started -> assertThat(((StatusChange) started).status().code())
                                .isEqualTo("MANUFACTURING_STARTED"));
        assertThat(found.events())
                .extracting(event -> event.evidence().traceId().value())
                .containsOnly(trace.traceId());
    }

    @Test
    void tellsSimilarOrdersApart() {
        report(Otlp.change(order, "shop-api", "CREATED", now).data());
        report(Otlp.change(order + "0", "shop-api", "SUBMITTED", now).data());
        report(Otlp.change(order.toLowerCase(Locale.ROOT), "shop-api", "CANCELLED", now)
                .data());
        found(order + "0", 1);
        found(order.toLowerCase(Locale.ROOT), 1);

        assertThat(found(order, 1).events())
                .extracting(event -> ((StatusChange) event).status().code())
                .containsExactly("CREATED");
    }

    @Test
    void spansOfAnotherOrderInTheSameTraceStayOut() {
        Otlp trace = Otlp.change(order, "crm-api", "CLOSED", now);
        trace.span("crm-api", "order.status_change", SPAN_KIND_INTERNAL)
                .at(now, Duration.ofMillis(5))
                .with("jewelry.order.id", order + "-OTHER", "jewelry.order.status", "REJECTED");
        report(trace.data());
        assertThat(found(order, 1).events())
                .extracting(event -> ((StatusChange) event).status().code())
                .containsExactly("CLOSED");
    }

    @Test
    void whatBrowsersReportChangesNothing() {
        Otlp honest = Otlp.change(order, "crm-api", "MANUFACTURING_APPROVED", now);
        report(honest.data());
        FoundEvents before = found(order, 1);
        Otlp forged = Otlp.trace(honest.traceId());
        forged.span("shop-page", "order.status_change", SPAN_KIND_INTERNAL)
                .at(now.plusSeconds(1), Duration.ofMillis(5))
                .with("jewelry.order.id", order, "jewelry.order.status", "CLOSED");
        forged.span("crm-api", "order.status_change", SPAN_KIND_INTERNAL)
                .belowMissingParent()
                .at(now.plusSeconds(1), Duration.ofMillis(5))
                .with("jewelry.order.id", order, "jewelry.order.status", "REJECTED", "jewelry.origin", "browser");
        Otlp elsewhere = Otlp.change(order, "mes-page", "CLOSED", now.plusSeconds(2));
        Otlp witness = Otlp.change(order, "mes-api", "MANUFACTURING_STARTED", now.plusSeconds(3));
        report(forged.data());
        report(elsewhere.data());
        report(witness.data());

        FoundEvents after = found(order, 2);

        assertThat(after.gaps()).isEmpty();
        assertThat(after.events()).hasSize(2).containsAll(before.events());
    }

    @Test
    void loadedHistoryIsHistoryLikeAnyOther() {
        report(Otlp.change(order, "shop-api", "CREATED", now, "jewelry.origin", "generator")
                .data());
        assertThat(found(order, 1).events())
                .extracting(event -> ((StatusChange) event).status().code())
                .containsExactly("CREATED");
    }

    @Test
    void hostileTextComesAsText() {
        report(Otlp.change(order, "crm-api", "CREATED", now, "user.id", "<script>\u001B[2J</script>")
                .data());
        OrderEvent event = found(order, 1).events().getFirst();
        assertThat(((StatusChange) event).actor().id()).isEqualTo("<script>␛[2J</script>");
    }

    private FoundEvents ask(String id) {
        return source().find(new OrderId(id), WITHIN);
    }

    private FoundEvents found(String id, int events) {
        return await().atMost(Duration.ofSeconds(20))
                .ignoreException(SourceUnavailable.class)
                .until(
                        () -> ask(id),
                        found -> found.events().size() >= events && found.gaps().isEmpty());
    }
}
