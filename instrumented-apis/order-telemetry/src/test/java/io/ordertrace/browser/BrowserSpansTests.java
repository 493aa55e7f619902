package io.ordertrace.browser;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrace.page.WebOnly;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            WebOnly.PROPERTY,
            WebOnly.NAMES,
            "page.folder=sample",
            "page.name=sample-page",
            "browser.otlp.token=secret",
            "browser.otlp.queued-batches=2",
            "browser.otlp.timeout=1s",
            "browser.otlp.bytes-per-second=1000000",
            "browser.otlp.burst-bytes=100000000",
            "browser.otlp.total-bytes-per-second=1000000",
            "browser.otlp.total-burst-bytes=100000000",
            "spring.mvc.problemdetails.enabled=true"
        })
class BrowserSpansTests {

    private static final byte[] SPANS = "{\"resourceSpans\":[]}".getBytes(StandardCharsets.UTF_8);

    private static final FakeCollector COLLECTOR = FakeCollector.start();

    @Autowired
    Handover handover;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) {
        properties.add("browser.otlp.endpoint", COLLECTOR::endpoint);
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    @AfterEach
    void calmDown() {
        COLLECTOR.status = 200;
        COLLECTOR.gate.countDown();
        await().atMost(20, SECONDS).until(() -> handover.offer(new Batch("application/json", SPANS)));
        await().atMost(20, SECONDS).until(() -> !COLLECTOR.received.isEmpty());
        COLLECTOR.received.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,application/json",
        "application/json;charset=utf-8;x=y,application/json",
        "application/x-protobuf,application/x-protobuf"
    })
    void whatAPageSendsIsHandedToTheCollectorUnreadUnderThePagesName(String type, String handedOn) throws Exception {
        byte[] nonsense = {0, 1, (byte) 0xff, '<'};

        send(type, nonsense).expectStatus().isOk().expectHeader().contentType(handedOn);

        FakeCollector.Received batch = Objects.requireNonNull(COLLECTOR.received.poll(20, SECONDS));
        assertThat(batch.body()).isEqualTo(nonsense);
        assertThat(batch.headers())
                .containsEntry("X-page", List.of("sample-page"))
                .containsEntry("Authorization", List.of("Bearer secret"))
                .containsEntry("Content-type", List.of(handedOn));
    }

    @Test
    void theVisitorsHeadersAreNotPassedOn() throws Exception {
        client().post()
                .uri("/telemetry/v1/traces")
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("X-Page", "mes-page")
                .header("Authorization", "Bearer other")
                .header("Cookie", "a=b")
                .header("traceparent", "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01")
                .body(SPANS)
                .exchange()
                .expectStatus()
                .isOk();

        FakeCollector.Received batch = Objects.requireNonNull(COLLECTOR.received.poll(20, SECONDS));
        assertThat(batch.headers())
                .containsEntry("X-page", List.of("sample-page"))
                .containsEntry("Authorization", List.of("Bearer secret"))
                .doesNotContainKeys("Cookie", "Traceparent");
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, SELF, 200",
        "same-origin, , 200",
        ", SELF, 200",
        ", , 403",
        "cross-site, SELF, 403",
        "same-site, , 403",
        "none, , 403",
        "same-origin, https://elsewhere.example, 403",
        ", http://127.0.0.1, 403",
        ", null, 403"
    })
    void onlyTheServicesOwnPageMaySend(@Nullable String site, @Nullable String origin, int expected) {
        var request = client().post().uri("/telemetry/v1/traces").header("Content-Type", "application/json");
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.replace("SELF", "http://127.0.0.1:" + port));
        }

        request.body(SPANS)
                .exchange()
                .expectStatus()
                .isEqualTo(expected)
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    @Test
    void anotherSiteIsNotAllowedToAsk() {
        client().options()
                .uri("/telemetry/v1/traces")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .exchange()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    @Test
    void aBatchOfMoreThan64KibibytesIsTooLarge() {
        send("application/json", new byte[Batch.LIMIT]).expectStatus().isOk();
        send("application/json", new byte[Batch.LIMIT + 1]).expectStatus().isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "application/xml"})
    void anotherTypeIsNotSupported(String type) {
        send(type, SPANS).expectStatus().isEqualTo(415);
    }

    @Test
    void packedSpansAreNotSupported() {
        client().post()
                .uri("/telemetry/v1/traces")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .header("Sec-Fetch-Site", "same-origin")
                .body(SPANS)
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void whileTheCollectorIsSlowTheQueueFillsAndThePageIsAskedToTryLater() {
        COLLECTOR.gate = new CountDownLatch(1);

        AtomicInteger refused = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            var answer = send("application/json", SPANS).returnResult(String.class);
            if (answer.getStatus().value() == 429) {
                refused.incrementAndGet();
                assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isEqualTo("10");
            }
        }

        // One is being sent, two wait; a slow machine may not have begun to send.
        assertThat(refused).hasValueBetween(2, 3);
    }

    @Test
    void whatTheCollectorRefusesOrDoesNotAnswerIsDroppedAndCounted() {
        long before = handover.dropped();
        COLLECTOR.status = 503;
        send("application/json", SPANS).expectStatus().isOk();
        await().atMost(20, SECONDS).until(() -> handover.dropped() == before + 1);

        COLLECTOR.gate = new CountDownLatch(1);
        send("application/json", SPANS).expectStatus().isOk();
        await().atMost(20, SECONDS).until(() -> handover.dropped() == before + 2);
    }

    private RestTestClient.ResponseSpec send(String type, byte[] body) {
        return client().post()
                .uri("/telemetry/v1/traces")
                .header("Content-Type", type)
                .header("Sec-Fetch-Site", "same-origin")
                .body(body)
                .exchange();
    }

    private RestTestClient client() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {}
}
