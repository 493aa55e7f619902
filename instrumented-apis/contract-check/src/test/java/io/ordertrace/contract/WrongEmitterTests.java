package io.ordertrace.contract;

import static io.ordertrace.contract.Emitted.attempt;
import static io.ordertrace.contract.Emitted.attribute;
import static io.ordertrace.contract.Emitted.change;
import static io.ordertrace.contract.Emitted.child;
import static io.ordertrace.contract.Emitted.failed;
import static io.ordertrace.contract.Emitted.found;
import static io.ordertrace.contract.Emitted.set;
import static io.ordertrace.contract.Emitted.span;
import static io.ordertrace.contract.Emitted.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A service that breaks one rule is told this one, of the very span, and no other. */
class WrongEmitterTests {

    private static final String CHANGED_AT = "jewelry.order.status.changed_at";

    @ParameterizedTest
    @EnumSource(value = Rule.class, mode = EnumSource.Mode.EXCLUDE, names = "ORDER_ID_MISSING_ON_CHILD")
    void namesTheRuleThatIsBroken(Rule rule) {
        Span wrong = breaking(rule);
        Report report = rule == Rule.SERVICE_NAME_MISSING
                ? Emitted.checked(Emitted.by(List.of(), wrong))
                : Emitted.checked(Emitted.by("shop-api", change().build(), wrong));
        assertThat(report.services().values())
                .flatExtracting(service -> service.tallies().keySet())
                .containsExactly(rule);
        Violation first = found(report, report.services().lastKey(), rule).getFirst();
        assertThat(first.spanId())
                .isEqualTo(HexFormat.of().formatHex(wrong.getSpanId().toByteArray()));
    }

    private static Span breaking(Rule rule) {
        Span.Builder wrong = switch (rule) {
            case STATUS_CHANGE_WITHOUT_ORDER_ID -> without(change(), "jewelry.order.id");
            case UNKNOWN_STATUS -> set(change(), "jewelry.order.status", "Shipped");
            case CHANGED_AT_MISSING -> without(change(), CHANGED_AT);
            case CHANGED_AT_WITHOUT_ZONE -> set(change(), CHANGED_AT, "2026-02-03T04:05:06.789");
            case CHANGED_AT_MALFORMED -> set(change(), CHANGED_AT, "03.02.2026 04:05:06 MSK");
            case CHANGED_AT_FAR_FROM_SPAN -> set(change(), CHANGED_AT, "2026-02-03T07:05:06.789+00:00");
            case COMMITTED_CHANGE_WITH_ERROR -> set(attempt(), CHANGED_AT, Emitted.AT.toString());
            case ACTOR_MISSING -> without(change(), "jewelry.operator.id");
            case ACTOR_MALFORMED -> set(change(), "jewelry.operator.id", "Petrov I.");
            case ORDER_ID_MALFORMED -> set(change(), "jewelry.order.id", "order 42");
            case ORDER_ID_MISSING_ON_CHILD -> throw new IllegalArgumentException("takes two spans, see below");
            case WRONG_SPAN_NAME -> change().setName("ship");
            case WRONG_SPAN_KIND -> change().setKind(SpanKind.SPAN_KIND_SERVER);
            case WRONG_SPAN_STATUS -> deadLetter().clearStatus();
            case ERROR_WITHOUT_ERROR_TYPE -> without(attempt(), "error.type");
            case FAILURE_CLASS_MISSING -> without(attempt(), "jewelry.failure.class");
            case FAILURE_CLASS_UNKNOWN -> set(attempt(), "jewelry.failure.class", "timeout");
            case REQUIRED_ATTRIBUTE_MISSING -> without(change(), "jewelry.order.status");
            case ATTRIBUTE_NOT_IN_REGISTRY -> set(change(), "jewelry.order.colour", "gold");
            case WRONG_VALUE_TYPE -> set(change(), "jewelry.model.triangles", "12");
            case UNKNOWN_VALUE -> set(attempt(), "jewelry.failure.dependency", "oracle");
            case VALUE_MALFORMED -> set(change(), "jewelry.model.sha256", "9F86");
            case ORIGIN_SET_BY_SERVICE -> set(change(), "jewelry.origin", "browser");
            case SERVICE_NAME_MISSING -> change();
            case PERSONAL_DATA -> set(change(), "url.full", "http://shop/orders?who=ivan.petrov@example.com");
        };
        return wrong.build();
    }

    @Test
    void namesASpanWithoutTheOrderIdOfItsParentAlsoIfItComesFirst() {
        Span parent = change().build();
        Span child = child(parent).build();
        Span withId = set(child(parent), "jewelry.order.id", "ORD-0000042").build();
        Report report = Emitted.checked(Emitted.by("mes-api", child, withId), Emitted.by("shop-api", parent));
        assertThat(found(report, "mes-api", Rule.ORDER_ID_MISSING_ON_CHILD))
                .singleElement()
                .satisfies(violation ->
                        assertThat(violation.detail()).isEqualTo("SELECT mes beneath order.status_change"));
        assertThat(report.violations()).isEqualTo(1);
    }

    @Test
    void takesAnErrorOfTheAgentsOlderSpansThatNameItInAnEvent() {
        Span.Builder span = failed(span("SELECT shop"));
        assertThat(found(
                        Emitted.checked(Emitted.by("shop-api", span.build())),
                        "shop-api",
                        Rule.ERROR_WITHOUT_ERROR_TYPE))
                .hasSize(1);
        span.addEventsBuilder()
                .setName("exception")
                .addAttributes(attribute("exception.type", "java.sql.SQLException"));
        assertThat(Emitted.checked(Emitted.by("shop-api", span.build())).violations())
                .isZero();
    }

    private static Span.Builder deadLetter() {
        return failed(set(
                span("order.dead_letter"),
                "messaging.system",
                "rabbitmq",
                "messaging.destination.name",
                "mes.orders.dead",
                "error.type",
                "java.io.IOException",
                "jewelry.failure.class",
                "error"));
    }
}
