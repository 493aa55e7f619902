package io.ordertrace.stack.demo.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrace.stack.demo.plan.Mishap;
import io.ordertrace.stack.demo.plan.People;
import io.ordertrace.stack.demo.services.OrderSteps;
import io.ordertrace.stack.demo.services.ServiceClient;
import io.ordertrace.stack.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LiveTrafficTests {

    private static final Instant MONDAY = Instant.parse("2026-03-09T07:00:00Z");
    private static final double FAST = 1_000_000;
    private static final Map<String, String> KEYS =
            People.API_USERS.stream().collect(Collectors.toMap(user -> user, user -> "key"));

    @TempDir
    private Path data;

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Set<Mishap> active = ConcurrentHashMap.newKeySet();
    private final Troubles troubles = new Troubles() {
        @Override
        public void on(Mishap mishap) {
            active.add(mishap);
        }

        @Override
        public void off(Mishap mishap) {
            active.remove(mishap);
        }
    };

    @Test
    void ordersAreMadeAndGoOnStepByStep() throws Exception {
        try (FakeServices services = new FakeServices(() -> true)) {
            Thread life = start(services);
            await().atMost(Duration.ofSeconds(60)).until(() -> services.calls().size() > 100);
            stop(life);

            assertThat(services.calls()).contains("/api/orders", "/api/b2b/orders");
            assertThat(services.calls()).anyMatch(path -> path.matches("/api/orders/ORD-\\d+/model"));
            assertThat(services.calls()).anyMatch(path -> path.matches("/api/orders/ORD-\\d+/approve"));
            assertThat(log).isEmpty();
        }
    }

    @Test
    void whatIsTroubledWhenLifeStopsIsUntroubled() throws Exception {
        try (FakeServices services = new FakeServices(active::isEmpty)) {
            Thread life = start(services);
            await().atMost(Duration.ofSeconds(60)).until(() -> !active.isEmpty());
            stop(life);

            assertThat(active).isEmpty();
        }
    }

    @Test
    void servicesThatFailDoNotEndLife() throws Exception {
        try (FakeServices services = new FakeServices(() -> false)) {
            Thread life = start(services);
            await().atMost(Duration.ofSeconds(60)).until(() -> log.size() > 10);

            assertThat(life.isAlive()).isTrue();
            assertThat(log).allMatch(line -> line.contains("answered 500"));
            stop(life);
        }
    }

    @Test
    void afterARestartOrdersThatHaveBegunGoOn() throws Exception {
        try (FakeServices services = new FakeServices(() -> true)) {
            Thread before = start(services);
            await().atMost(Duration.ofSeconds(60)).until(() -> services.calls().size() > 20);
            stop(before);
            Place place = Place.read(file()).orElseThrow();
            Thread after = start(services);
            await().atMost(Duration.ofSeconds(60)).until(() -> services.calls().size() > 120);
            stop(after);

            List<String> later = services.calls().subList(25, services.calls().size());
            assertThat(place.orders().values())
                    .anySatisfy(order -> assertThat(later).contains("/api/orders/" + order + "/approve"));
            assertThat(Place.read(file()).orElseThrow().time()).isAfter(place.time());
            assertThat(Place.read(file()).orElseThrow().orders()).containsAllEntriesOf(place.orders());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStackCanMakeEveryMishapOfThePlan(Mishap mishap) {
        assertThat(Trouble.valueOf(mishap.name()).title()).isNotBlank();
    }

    private Thread start(FakeServices services) throws IOException {
        ServiceClient client = new ServiceClient(services.addresses());
        LiveTraffic traffic =
                new LiveTraffic(new OrderSteps(client, KEYS), troubles, file(), 3, FAST, MONDAY, log::add);
        return Thread.ofPlatform().start(() -> {
            try (client) {
                traffic.run();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                log.add(e.toString());
            }
        });
    }

    private static void stop(Thread life) throws InterruptedException {
        life.interrupt();
        assertThat(life.join(Duration.ofSeconds(20))).isTrue();
    }

    private Path file() {
        return data.resolve("life.json");
    }
}
