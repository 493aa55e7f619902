package io.ordertrace.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Collector before a real Jaeger: whom it takes spans from, what it lets through, what survives an outage. */
class CollectorServerTests {

    @TempDir
    static Path data;

    private static CollectorAndJaeger stack;

    @BeforeAll
    static void start() {
        stack = new CollectorAndJaeger(data);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void refusesSpansWithoutItsToken() {
        ExportTraceServiceRequest request =
                Spans.request("shop-api", Spans.span("forged").build());
        for (String authorization : new String[] {null, "Bearer wrong", HttpProbe.basic(stack.jaegerWrite())}) {
            assertThatExceptionOfType(StatusRuntimeException.class)
                    .isThrownBy(() -> stack.sendWith(request, authorization))
                    .satisfies(refusal ->
                            assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ivan.petrov@example.com",
                "иван@пример.рф",
                "+79161234567",
                "+7 (916) 123-45-67",
                "8 (916) 123-45-67",
                "89161234567",
                "4111 1111 1111 1111",
                "4111111111111111"
            })
    void letsNoPersonalDataThroughWhereverItStands(String personal) {
        Span.Builder span = Spans.span("mail to " + personal)
                .setStatus(io.opentelemetry.proto.trace.v1.Status.newBuilder()
                        .setCode(io.opentelemetry.proto.trace.v1.Status.StatusCode.STATUS_CODE_ERROR)
                        .setMessage("no customer " + personal))
                .addAttributes(Spans.attribute("url.query", "who=" + personal))
                .addAttributes(Spans.attribute("url.full", "http://shop/api/orders?who=" + personal + "&x=1"))
                .addAttributes(Spans.attribute("url.path", "/api/customers/" + personal))
                .addAttributes(Spans.attribute("db.query.text", "select * from t where contact = '" + personal + "'"))
                .addAttributes(Spans.attribute("user.id", personal))
                .addAttributes(Spans.attribute("customer.name", personal))
                .addAttributes(nested("jewelry.order.status", personal));
        span.addEventsBuilder()
                .setName("exception")
                .setTimeUnixNano(span.getEndTimeUnixNano())
                .addAttributes(Spans.attribute("exception.message", "cannot reach " + personal + "."))
                .addAttributes(Spans.attribute("exception.stacktrace", "E: " + personal + "\n\tat shop.Order.go(1)"))
                .addAttributes(Spans.attribute("customer.name", personal));
        Span linked = Spans.span("linked").build();
        span.addLinksBuilder()
                .setTraceId(linked.getTraceId())
                .setSpanId(linked.getSpanId())
                .setTraceState("shop=link-state")
                .addAttributes(Spans.attribute("link.owner", personal))
                .addAttributes(Spans.attribute("user.id", personal));

        String json = sentAndRead(
                List.of(
                        Spans.attribute("service.name", "shop-api"),
                        Spans.attribute("service.version", personal),
                        Spans.attribute("host.owner", personal)),
                span.build());

        assertThat(json).contains("cannot reach", "at shop.Order.go(1)", "/api/customers/");
        assertThat(json).doesNotContain(personal).doesNotContain("customer.name", "host.owner", "url.query");
        // Jaeger's JSON shows of a link only where it leads to, so the whole link must be missing.
        assertThat(json).doesNotContain(Spans.traceId(linked));
    }

    private static KeyValue nested(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder()
                        .setKvlistValue(KeyValueList.newBuilder().addValues(Spans.attribute("inner", value))))
                .build();
    }

    @Test
    void leavesIdentifiersTimesAndSizesAsTheyAre() {
        List<KeyValue> facts = List.of(
                Spans.attribute("jewelry.order.id", "ORD-0001234"),
                Spans.attribute("jewelry.order.status.changed_at", "2026-11-18T12:03:11.123456+03:00"),
                Spans.attribute(
                        "jewelry.model.sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                Spans.attribute("jewelry.model.key", "orders/ORD-0001234/model.stl"),
                Spans.attribute("messaging.message.id", "79161234-5674-4b1a-9161-234567890123"),
                Spans.attribute("messaging.rabbitmq.destination.routing_key", "order.status-changed"),
                Spans.attribute("user.id", "user-9161234567"),
                Spans.attribute("jewelry.operator.id", "op-17"),
                Spans.attribute("url.path", "/api/orders/ORD-9161234567/model"),
                Spans.attribute("exception.type", "java.lang.IllegalStateException"));
        Span span = Spans.span("order.status_change")
                .addAllAttributes(facts)
                .addAttributes(Spans.attribute("jewelry.model.size_bytes", 89161234567L))
                .build();

        String json = sentAndRead(List.of(Spans.attribute("service.name", "shop-api")), span);

        assertThat(facts)
                .allSatisfy(fact -> assertThat(json)
                        .contains("\"" + fact.getKey() + "\"")
                        .contains(fact.getValue().getStringValue()));
        assertThat(json).contains("89161234567");
    }

    @Test
    void keepsAnOrderIdThatLooksLikeAPhoneNumber() {
        Span span = Spans.span("order.status_change")
                .addAttributes(Spans.attribute("jewelry.order.id", "89161234567"))
                .build();
        assertThat(sentAndRead(List.of(Spans.attribute("service.name", "shop-api")), span))
                .contains("\"89161234567\"");
    }

    @Test
    void letsAServiceClaimNothingButAGeneratedHistory() {
        Span posing = Spans.span("posing")
                .addAttributes(Spans.attribute("jewelry.origin", "generator"))
                .addAttributes(Spans.attribute("jewelry.origin", "browser"))
                .build();
        Span generated = Spans.span("generated")
                .addAttributes(Spans.attribute("jewelry.origin", "generator"))
                .build();
        KeyValue service = Spans.attribute("service.name", "shop-api");
        assertThat(sentAndRead(List.of(service, Spans.attribute("jewelry.origin", "browser")), posing))
                .doesNotContain("jewelry.origin", "browser");
        assertThat(sentAndRead(List.of(service), generated))
                .contains("jewelry.origin", "generator")
                .doesNotContain("browser");
    }

    @Test
    void letsTheClassOfAFailureThrough() {
        Span failed = Spans.span("order.status_change")
                .addAttributes(Spans.attribute("jewelry.failure.class", "unavailable"))
                .addAttributes(Spans.attribute("jewelry.failure.dependency", "3d-files"))
                .build();
        assertThat(sentAndRead(List.of(Spans.attribute("service.name", "shop-api")), failed))
                .contains("jewelry.failure.class", "unavailable", "jewelry.failure.dependency", "3d-files");
    }

    @Test
    void deliversWhatCameWhileJaegerWasDownAlsoIfItIsKilledItselfMeanwhile() {
        stack.jaeger().close();
        Span span = Spans.span("waited").build();
        stack.send(Spans.request("shop-api", span));
        ProcessHandle.of(stack.collector().pid()).orElseThrow().destroyForcibly();
        stack.collector().onExit().join();

        stack.startCollector();
        stack.startJaeger();
        assertThat(stack.read(span)).contains("waited");
    }

    private static String sentAndRead(List<KeyValue> resource, Span span) {
        stack.send(Spans.request(resource, span));
        return stack.read(span);
    }
}
