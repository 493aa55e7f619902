package io.ordertrace.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor's browser may say, and what becomes of what it may not. */
class BrowserSpansTests {

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
    void wantsATokenOfItsOwn() {
        ExportTraceServiceRequest request =
                Spans.request("shop-page", Spans.span("click").build());
        assertThat(stack.sendFromBrowserWithTheTokenOfServices(request)).isEqualTo(401);
    }

    @Test
    void belongsToThePageThatTheServiceNamesWhateverTheSpanSays() {
        Span span = Spans.span("click").build();
        List<KeyValue> resource = List.of(
                Spans.attribute("service.name", "mes-api"),
                Spans.attribute("service.name", "crm-api"),
                Spans.attribute("service.instance.id", "instance-of-mes"),
                Spans.attribute("host.name", "host-of-mes"),
                Spans.attribute("jewelry.order.id", "ORD-0000001"));

        String json = sentAndRead(Spans.request(resource, span), span);

        assertThat(json)
                .contains("\"serviceName\":\"shop-page\"")
                .doesNotContain("mes-api", "crm-api", "instance-of-mes", "host-of-mes", "ORD-0000001");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"shop-api", "shop-page-2", "SHOP-PAGE", "shop-page,mes-page"})
    void isDroppedWithoutAKnownPage(@Nullable String page) {
        Span forged = Spans.span("click").build();
        assertThat(stack.sendFromBrowser(page, Spans.request("shop-page", forged)))
                .isEqualTo(200);
        sentAndRead(Spans.span("later").build());
        assertThat(stack.find(forged)).isEmpty();
    }

    @Test
    void isMarkedAsABrowsersWhateverItSays() {
        Span span = Spans.span("click")
                .addAttributes(Spans.attribute("jewelry.origin", "generator"))
                .addAttributes(Spans.attribute("jewelry.origin", "generator"))
                .build();
        assertThat(sentAndRead(span)).contains("jewelry.origin", "\"browser\"").doesNotContain("generator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order.status_change",
                "order.message",
                "order.dead_letter",
                " order.status_change",
                "Order.Status_Change"
            })
    void isDroppedIfItsNameTellsOfAnOrder(String name) {
        assertDropped(Spans.span(name).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jewelry.order.status", "jewelry.order.status.previous", "jewelry.order.status.changed_at"})
    void isDroppedIfItTellsOfAStatus(String key) {
        assertDropped(Spans.span("click")
                .addAttributes(Spans.attribute(key, "SHIPPED"))
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"user.id", "jewelry.seller.id", "jewelry.operator.id", "jewelry.api_user.id"})
    void namesNobodyWhoActed(String key) {
        Span span = Spans.span("click")
                .addAttributes(Spans.attribute(key, "somebody"))
                .addAttributes(Spans.attribute(key, "somebody"))
                .build();
        assertThat(sentAndRead(span)).doesNotContain("somebody");
    }

    @ParameterizedTest
    @EnumSource(
            value = SpanKind.class,
            names = {"SPAN_KIND_SERVER", "SPAN_KIND_PRODUCER", "SPAN_KIND_CONSUMER", "SPAN_KIND_UNSPECIFIED"})
    void isNeitherServerNorSenderNorReceiver(SpanKind kind) {
        assertThat(sentAndRead(Spans.span("click").setKind(kind).build())).contains("\"internal\"");
    }

    @Test
    void mayBeACallWithItsResultAndItsOrder() {
        Span span = Spans.span("GET")
                .setKind(SpanKind.SPAN_KIND_CLIENT)
                .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))
                .addAttributes(Spans.attribute("http.response.status_code", 503))
                .addAttributes(Spans.attribute("url.full", "http://shop/api/orders?name=Petrov"))
                .addAttributes(Spans.attribute("jewelry.order.id", "ORD-0000042"))
                .addAttributes(Spans.attribute("error.type", "503"))
                .addAttributes(Spans.attribute("jewelry.failure.class", "unavailable"))
                .build();
        assertThat(sentAndRead(span))
                .contains("\"client\"", "http://shop/api/orders", "ORD-0000042", "503", "unavailable")
                .doesNotContain("Petrov");
    }

    @Test
    void isCutToWhatAPersonReads() {
        Span.Builder span = Spans.span("n".repeat(5_000));
        IntStream.range(0, 500).forEach(i -> span.addAttributes(Spans.attribute("url.path", "/" + i)));
        span.addAttributes(Spans.attribute("error.type", "я".repeat(9_999)));
        span.addEventsBuilder()
                .setName("e".repeat(5_000))
                .addAttributes(Spans.attribute("exception.stacktrace", "at ".repeat(9_999)));
        String json = sentAndRead(span.build());
        assertThat(json).contains("n".repeat(128), "/499", "e".repeat(128));
        assertThat(json).doesNotContain("n".repeat(129), "e".repeat(129)).hasSizeLessThan(10_000);
    }

    @Test
    void isDroppedWithMoreEventsThanAPageLoadHas() {
        Span.Builder span = Spans.span("click");
        IntStream.range(0, 33).forEach(i -> span.addEventsBuilder().setName("event"));
        assertDropped(span.build());
    }

    @ParameterizedTest
    @CsvSource({"-P2D, PT0S", "P2D, PT0S", "PT0S, -PT1S", "-PT3H, PT2H"})
    void isDroppedIfItsTimeCannotBe(Duration shift, Duration length) {
        Span.Builder span = Spans.span("click");
        long start = span.getStartTimeUnixNano() + shift.toNanos();
        assertDropped(span.setStartTimeUnixNano(start)
                .setEndTimeUnixNano(start + length.toNanos())
                .build());
    }

    @Test
    void isReadableAlsoIfItsTextIsNoText() {
        int name = Span.getDescriptor().findFieldByName("name").getNumber();
        ByteString noText = ByteString.copyFrom(new byte[] {'c', (byte) 0xff, (byte) 0xc3});
        Span span = Spans.span("")
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                name,
                                UnknownFieldSet.Field.newBuilder()
                                        .addLengthDelimited(noText)
                                        .build())
                        .build())
                .build();
        assertThat(sentAndRead(span)).contains("\"c??\"");
    }

    @Test
    void losesPersonalDataLikeAnyOther() {
        Span span = Spans.span("mail to ivan.petrov@example.com")
                .addAttributes(Spans.attribute("exception.message", "no customer +79161234567"))
                .addAttributes(Spans.attribute("customer.name", "Petrov"))
                .build();
        assertThat(sentAndRead(span)).contains("no customer").doesNotContain("petrov", "9161234567", "Petrov");
    }

    private static void assertDropped(Span forged) {
        Span beside = Spans.span("beside").build();
        assertThat(sentAndRead(Spans.request("shop-page", forged, beside), beside))
                .contains("beside");
        assertThat(stack.find(forged)).isEmpty();
    }

    private static String sentAndRead(Span span) {
        return sentAndRead(Spans.request("shop-page", span), span);
    }

    private static String sentAndRead(ExportTraceServiceRequest request, Span span) {
        assertThat(stack.sendFromBrowser("shop-page", request)).isEqualTo(200);
        return stack.read(span);
    }
}
