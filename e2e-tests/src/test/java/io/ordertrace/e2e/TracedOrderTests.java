package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.e2e.JaegerSpans.Span;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Every span of every trace of an order says which order it is about: over HTTP, RabbitMQ, JDBC and S3. */
@WithRunningStack
class TracedOrderTests {

    private static final String ORDER_ID = "jewelry.order.id";
    private static final List<String> SERVICES = List.of("shop-api", "crm-api", "mes-api");

    private final RunningStack stack;

    TracedOrderTests(RunningStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(strings = {"finished", "b2b", "failed"})
    void everySpanOfEveryTraceCarriesTheOrdersId(String sort) {
        String order = stack.order(sort);

        List<Span> spans = spansOfAllTraces(order);

        assertThat(spans)
                .allSatisfy(span ->
                        assertThat(span.attributes()).as(span.toString()).containsEntry(ORDER_ID, order));
        assertThat(spans)
                .extracting(Span::name)
                .contains("S3.PutObject", "S3.GetObject", "order.status_change", "order.message", "orders publish")
                .anyMatch(name -> name.endsWith(" process"))
                .anyMatch(name -> name.startsWith("INSERT"))
                .anyMatch(name -> name.startsWith("UPDATE"));
    }

    @Test
    void aFinishedOrdersTracesReachAllThreeServices() {
        assertThat(spansOfAllTraces(stack.order("finished")))
                .extracting(Span::service)
                .contains("shop-api", "crm-api", "mes-api");
    }

    @Test
    void whatARequestClaimsAboutAnotherOrderIsNotBelieved() throws Exception {
        String victim = stack.order("finished");
        int before = spansOfAllTraces(victim).size();

        String order = orderClaimingToBe(victim);

        stack.jaegerSpans().awaited("shop-api", order, span -> span.name().equals("order.status_change"));
        assertThat(spansOfAllTraces(order))
                .isNotEmpty()
                .allSatisfy(span -> assertThat(span.attributes()).containsEntry(ORDER_ID, order));
        assertThat(spansOfAllTraces(victim)).hasSize(before);
    }

    private String orderClaimingToBe(String victim) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.service("shop-api") + "/api/orders"))
                .header("X-User-Id", "user-666")
                .header("Content-Type", "application/json")
                .header("baggage", ORDER_ID + "=" + victim + ",messaging.message.id=forged")
                .POST(BodyPublishers.ofString("{\"item\":\"ring\",\"quantity\":1}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(201);
            return new JsonMapper().readTree(answer.body()).get("orderId").asString();
        }
    }

    private List<Span> spansOfAllTraces(String order) {
        JaegerSpans jaeger = stack.jaegerSpans();
        Stream<String> traces = SERVICES.stream()
                .flatMap(service -> jaeger.about(service, order).stream().map(Span::traceId));
        return traces.distinct()
                .flatMap(trace -> jaeger.inTrace(trace).stream())
                .toList();
    }
}
