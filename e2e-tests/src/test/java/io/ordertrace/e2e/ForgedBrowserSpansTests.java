package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whoever visits a page can write spans, headers and floods, and changes no order's history and slows nobody. */
@WithRunningStack
class ForgedBrowserSpansTests {

    private static final Duration FLOOD = Duration.ofSeconds(6);
    private static final int SPANS_A_SECOND = 10_000;
    private static final int SPANS_A_BATCH = 250;
    private static final int FLOODERS = 4;
    private static final int BATCHES = 20;
    private static final int FEWEST_ORDERS = 20;

    private final RunningStack stack;
    private final String victim;
    private final Forger forger;
    private final Visitor support;

    ForgedBrowserSpansTests(RunningStack stack) {
        this.stack = stack;
        victim = stack.order("finished");
        forger = new Forger(stack.service("shop-api"));
        support = stack.visitor("anna");
    }

    private String before = "";

    @BeforeEach
    void lookAtTheOrder() {
        before = history();
        assertThat(JsonMapper.shared().readTree(before).at("/verdict/kind").asString())
                .isEqualTo("done");
    }

    @AfterEach
    void leave() {
        support.close();
        forger.close();
    }

    @Test
    void forgedSpansAreKeptAsABrowsersAndChangeNoHistory() throws Exception {
        JsonNode event = JsonMapper.shared().readTree(before).at("/events/0");
        String trace = event.path("traceId").asString();
        String parent = event.path("spanId").asString();
        Map<String, String> change = Map.of(
                "jewelry.order.id", victim,
                "jewelry.order.status", "CANCELLED",
                "jewelry.order.status.changed_at", "2099-01-01T00:00:00Z",
                "jewelry.seller.id", "sel-forged",
                "jewelry.origin", "generator");
        Map<String, String> message = Map.of(
                "jewelry.order.id", victim,
                "messaging.system", "rabbitmq",
                "messaging.destination.name", "orders:order.approved",
                "messaging.message.id", "forged");
        Map<String, String> about = Map.of("jewelry.order.id", victim);
        List<ObjectNode> spans = List.of(
                Forger.span("order.status_change", Forger.INTERNAL, change),
                Forger.span("a press of a button", Forger.INTERNAL, change),
                Forger.span(trace, parent, "order.status_change", Forger.INTERNAL, change),
                Forger.span(trace, parent, "INSERT shop.customer_order", Forger.SERVER, about),
                Forger.failed(Forger.span("order.status_change", Forger.INTERNAL, change)),
                Forger.failed(Forger.span(trace, parent, "POST /api/orders/{id}/close", Forger.SERVER, about)),
                Forger.span("orders publish", Forger.PRODUCER, message),
                Forger.span(trace, parent, "orders process", Forger.CONSUMER, message),
                Forger.failed(Forger.span("order.message", Forger.INTERNAL, message)),
                Forger.failed(Forger.span("order.dead_letter", Forger.INTERNAL, message)),
                Forger.span("the last forged span", Forger.INTERNAL, about));

        assertThat(forger.send("crm-api", spans).statusCode()).isEqualTo(200);
        assertThat(forger.send("mes-api", spans).statusCode()).isEqualTo(200);

        JaegerSpans.Span kept = stack.jaegerSpans()
                .awaited("shop-page", victim, span -> span.name().equals("the last forged span"));
        assertThat(kept.attributes()).containsEntry("jewelry.origin", "browser");
        assertThat(stack.jaegerSpans().about("shop-page", victim))
                .noneMatch(span -> span.name().startsWith("order."))
                .noneMatch(span -> span.attributes().containsKey("jewelry.order.status"));
        assertThat(history()).isEqualTo(before);
    }

    @Test
    void aTraceAndABaggageOfSomebodysOrderOnCallsChangeNoHistory() throws Exception {
        JsonNode event = JsonMapper.shared().readTree(before).at("/events/0");
        String traceparent = "00-" + event.path("traceId").asString() + "-"
                + event.path("spanId").asString() + "-01";
        String baggage = "jewelry.order.id=" + victim + ",messaging.message.id=forged";

        HttpResponse<String> created = forger.call("POST", "/api/orders", order(), traceparent, baggage);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(forger.call("POST", "/api/orders/" + victim + "/cancel", "", traceparent, baggage)
                        .statusCode())
                .isEqualTo(403);
        assertThat(forger.call("POST", "/api/orders", "{", traceparent, baggage).statusCode())
                .isEqualTo(400);
        assertThat(forger.call("GET", "/api/orders", "", traceparent, baggage).statusCode())
                .isEqualTo(200);

        // The forger's own order is told as such, in the foreign trace it came with; so everything before it is there.
        stack.jaegerSpans()
                .awaited("shop-api", idOf(created), span -> span.name().equals("order.status_change"));
        assertThat(history()).isEqualTo(before);
    }

    @Test
    void aFloodOfSpansIsRefusedAndSlowsNobody() throws Exception {
        List<String> batches = Stream.generate(() -> Forger.flood(SPANS_A_BATCH, victim))
                .limit(BATCHES)
                .toList();
        Duration calm = median(placeOrders(Duration.ofSeconds(3), new ArrayList<>()));
        AtomicInteger offered = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<String> placed = new ArrayList<>();
        Duration flooded;
        try (ExecutorService flooders = Executors.newFixedThreadPool(FLOODERS)) {
            List<Future<Boolean>> floods = IntStream.range(0, FLOODERS)
                    .mapToObj(i -> flooders.submit(() -> flood(batches, offered, refused)))
                    .toList();
            flooded = median(placeOrders(FLOOD, placed));
            for (Future<Boolean> each : floods) {
                assertThat(each.get()).isTrue();
            }
        }

        assertThat(offered.get()).isGreaterThanOrEqualTo((int) FLOOD.toSeconds() * SPANS_A_SECOND * 9 / 10);
        assertThat(refused).hasPositiveValue();
        assertThat(placed).hasSizeGreaterThan(FEWEST_ORDERS);
        assertThat((double) flooded.toNanos() / calm.toNanos())
                .as("placing an order took %s in the calm and %s in the flood", calm, flooded)
                .isLessThan(5);
        Awaitility.await("every order that was placed in the flood is in its history")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> stack.jaegerSpans().named("shop-api", "order.status_change").stream()
                        .map(span -> span.attributes().get("jewelry.order.id"))
                        .toList()
                        .containsAll(placed));
        assertThat(history()).isEqualTo(before);
    }

    private boolean flood(List<String> batches, AtomicInteger offered, AtomicInteger refused) throws Exception {
        long pause = Duration.ofSeconds(1).toNanos() * SPANS_A_BATCH * FLOODERS / SPANS_A_SECOND;
        long start = System.nanoTime();
        for (long next = start; next - start < FLOOD.toNanos(); next += pause) {
            int sent = offered.getAndAdd(SPANS_A_BATCH) / SPANS_A_BATCH;
            HttpResponse<String> answer = forger.send(batches.get(sent % BATCHES));
            if (answer.statusCode() == 429) {
                refused.incrementAndGet();
                assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
            }
            LockSupport.parkNanos(next + pause - System.nanoTime());
        }
        return true;
    }

    private List<Duration> placeOrders(Duration time, List<String> placed) throws Exception {
        List<Duration> durations = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            HttpResponse<String> answer = forger.call("POST", "/api/orders", order(), "none", "");
            durations.add(Duration.ofNanos(System.nanoTime() - start));
            assertThat(answer.statusCode()).isEqualTo(201);
            placed.add(idOf(answer));
            LockSupport.parkNanos(Duration.ofMillis(40).toNanos());
        }
        return durations;
    }

    private static Duration median(List<Duration> durations) {
        Collections.sort(durations);
        return durations.get(durations.size() / 2);
    }

    private static String order() {
        return "{\"item\":\"ring\",\"quantity\":1}";
    }

    private static String idOf(HttpResponse<String> created) {
        return JsonMapper.shared().readTree(created.body()).path("orderId").asString();
    }

    /** Without the words that say how long ago that was. */
    private String history() {
        ObjectNode history = (ObjectNode) JsonMapper.shared()
                .readTree(support.asScript("/api/v1/orders/" + victim).text().replaceAll("\\([^()]* назад\\)", ""));
        List<JsonNode> events = history.path("events").valueStream().toList();
        List<String> steps = events.stream()
                .filter(event -> event.path("kind").asString().equals("status_change"))
                .map(event -> event.path("status").asString())
                .toList();
        // Hops of one message to two consumers have the same time, and no order.
        history.putArray("events")
                .addAll(events.stream()
                        .sorted(Comparator.comparing(JsonNode::toString))
                        .toList());
        return history.put("steps", steps.toString()).toString();
    }
}
