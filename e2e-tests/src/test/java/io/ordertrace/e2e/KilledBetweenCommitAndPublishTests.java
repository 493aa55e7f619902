package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrace.e2e.JaegerSpans.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Each service in turn is killed in the middle of its work, after changes have been committed and before any message
 * about them has been sent. When it is back, the messages go out, and every change is there once.
 */
@WithRunningStack
class KilledBetweenCommitAndPublishTests {

    private static final int ORDERS = 200;
    private static final int KILLED_AFTER = 100;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> SERVICES = List.of("shop-api", "crm-api", "mes-api");
    private static final List<String> STATUSES =
            List.of("CREATED", "SUBMITTED", "PRICE_CALCULATED", "MANUFACTURING_APPROVED", "MANUFACTURING_STARTED");

    private final RunningStack stack;
    private final OrderCalls calls;

    KilledBetweenCommitAndPublishTests(RunningStack stack) {
        this.stack = stack;
        calls = new OrderCalls(stack);
    }

    @AfterEach
    void close() {
        calls.close();
    }

    @Test
    void everyMessageGoesOutAndNoStatusIsLostOrDoubled() throws Exception {
        List<String> orders = created();

        killWhile("shop-api", orders, calls::submit, "SUBMITTED");
        awaitEverywhere(orders, "PRICE_CALCULATED");

        killWhile("crm-api", orders, calls::approve, "MANUFACTURING_APPROVED");
        awaitEverywhere(orders, "MANUFACTURING_APPROVED");

        killWhile("mes-api", orders, calls::take, "MANUFACTURING_STARTED");
        awaitEverywhere(orders, "MANUFACTURING_STARTED");

        for (String order : orders) {
            assertThat(SERVICES.stream().map(service -> calls.changedAt(service, order)))
                    .as("the time of the last change of " + order + " in all three databases")
                    .containsOnly(calls.changedAt("mes-api", order));
        }
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> assertEachStatusOnce(orders));
    }

    private List<String> created() throws Exception {
        try (ExecutorService customers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                answers.add(customers.submit(calls::create));
            }
            List<String> orders = new ArrayList<>();
            for (Future<String> answer : answers) {
                orders.add(answer.get());
            }
            return orders;
        }
    }

    private void killWhile(String service, List<String> orders, OrderCalls.Change change, String status)
            throws Exception {
        calls.holdMessages(service);
        AtomicInteger done = new AtomicInteger();
        ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (String order : orders) {
                callers.execute(() -> {
                    if (change.succeeds(order)) {
                        done.incrementAndGet();
                    } else {
                        unanswered.add(order);
                    }
                });
            }
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> done.get() >= KILLED_AFTER);
            stack.component(service).kill();
        }
        assertThat(unanswered).as("calls that " + service + " could not answer").isNotEmpty();
        stack.component(service).start();
        for (String order : unanswered) {
            // Some were committed although nobody heard of it.
            if (!calls.status(service, order).equals(status)) {
                assertThat(change.succeeds(order)).as(order).isTrue();
            }
        }
    }

    private void awaitEverywhere(List<String> orders, String status) {
        for (String order : orders) {
            for (String service : SERVICES) {
                await(order + " is " + status + " in " + service)
                        .atMost(PATIENCE)
                        .pollDelay(Duration.ZERO)
                        .until(() -> calls.status(service, order), status::equals);
            }
        }
    }

    private void assertEachStatusOnce(List<String> orders) {
        Map<String, Set<String>> told = SERVICES.stream()
                .flatMap(service -> stack.jaegerSpans().named(service, "order.status_change").stream())
                .filter(span -> span.attributes().containsKey("jewelry.order.status.changed_at"))
                .collect(Collectors.groupingBy(
                        span -> span.attributes().get("jewelry.order.id"),
                        Collectors.mapping(
                                KilledBetweenCommitAndPublishTests::change, Collectors.toCollection(TreeSet::new))));
        for (String order : orders) {
            assertThat(told.getOrDefault(order, Set.of()).stream().map(change -> change.split(" ")[1]))
                    .as("what the traces tell of " + order)
                    .containsExactlyElementsOf(STATUSES);
        }
    }

    /** A change that was told twice, because its service was killed while it told it, has the same time. */
    private static String change(Span span) {
        return span.attributes().get("jewelry.order.status.changed_at") + " "
                + span.attributes().get("jewelry.order.status");
    }
}
