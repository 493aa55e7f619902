package io.ordertrace.contract;

import static io.ordertrace.contract.Emitted.attribute;
import static io.ordertrace.contract.Emitted.change;
import static io.ordertrace.contract.Emitted.found;
import static io.ordertrace.contract.Emitted.set;
import static io.ordertrace.contract.Emitted.span;
import static io.ordertrace.contract.Emitted.without;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What looks like a person's data is found wherever it stands; what only resembles it is left alone. */
class PersonalDataTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ivan.petrov@example.com | an e-mail address",
                "иван@пример.рф | an e-mail address",
                "ivan%40example.com | an e-mail address",
                "+7 (916) 123-45-67 | a phone number",
                "8 (916) 123-45-67 | a phone number",
                "tel:555-123-4567 | a phone number",
                "4111 1111 1111 1111 | a card number",
                "4111111111111111 | a card number",
                "/api/orders?lastName=Petrov | a name or address in a query",
                "name=%D0%98 | a name or address in a query"
            })
    void findsPersonalDataOfEveryForm(String text, String kind) {
        Span span = set(change(), "messaging.client.id", text).build();
        assertThat(found(Emitted.checked(Emitted.by("shop-api", span)), "shop-api", Rule.PERSONAL_DATA))
                .extracting(Violation::detail)
                .containsExactly(kind + " in messaging.client.id");
    }

    @Test
    void findsPersonalDataWhereverItStandsAndDoesNotRepeatIt() {
        String personal = "ivan@example.com";
        AnyValue text = AnyValue.newBuilder().setStringValue(personal).build();
        Span.Builder span = change().setName("mail to " + personal)
                .setStatus(Status.newBuilder().setMessage(personal))
                .setTraceState("who=" + personal)
                .addAttributes(KeyValue.newBuilder()
                        .setKey("list")
                        .setValue(AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder().addValues(text))))
                .addAttributes(KeyValue.newBuilder()
                        .setKey("map")
                        .setValue(AnyValue.newBuilder()
                                .setKvlistValue(KeyValueList.newBuilder()
                                        .addValues(KeyValue.newBuilder()
                                                .setKey("x")
                                                .setValue(text)))));
        span.addEventsBuilder().setName(personal).addAttributes(attribute("exception.message", personal));
        span.addLinksBuilder().addAttributes(attribute("to", personal));
        List<KeyValue> resource = List.of(attribute("service.name", "shop-api"), attribute("owner", personal));

        List<Violation> found = found(
                Emitted.checked(Emitted.by(
                        resource, without(span, "jewelry.order.status").build())),
                "shop-api",
                Rule.PERSONAL_DATA);

        assertThat(found)
                .extracting(violation -> violation.detail().replace("an e-mail address in ", ""))
                .containsExactlyInAnyOrder(
                        "the span's name",
                        "the status",
                        "the trace state",
                        "list",
                        "map.x",
                        "the name of an event",
                        "an event's exception.message",
                        "a link's to",
                        "the resource's owner");
        assertThat(found).noneMatch(violation -> violation.toString().contains("ivan"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "79161234-5674-4b1a-9161-234567890123",
                "orders/ORD-9161234567/model-9f86d081884c7d65.stl",
                "io.ordertrace.Order@1a2b3c",
                "fileName=ring.stl",
                "at io.ordertrace.shop.Orders.place(Orders.java:89)",
                "2026-02-03T04:05:06.789012Z"
            })
    void takesIdentifiersAndTimesForWhatTheyAre(String text) {
        Span span = set(change(), "messaging.client.id", text).build();
        assertThat(Emitted.checked(Emitted.by("shop-api", span)).violations()).isZero();
    }
}
