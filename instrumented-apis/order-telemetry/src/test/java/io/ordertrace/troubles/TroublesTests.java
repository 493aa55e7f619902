package io.ordertrace.troubles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.ordertrace.page.WebOnly;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        properties = {
            WebOnly.PROPERTY,
            WebOnly.NAMES,
            "page.folder=sample",
            "page.name=sample-page",
            "troubles.token=0123456789abcdef",
            "spring.web.resources.add-mappings=false"
        })
@AutoConfigureMockMvc
@ActiveProfiles("troubles")
class TroublesTests {

    private static final String TOKEN = "0123456789abcdef";

    @Autowired
    MockMvcTester http;

    @Autowired
    PlatformTransactionManager transactions;

    private final OrderTelemetry telemetry = new OrderTelemetry(OpenTelemetry.noop());

    @AfterEach
    void everythingOff() {
        for (Trouble each : Trouble.values()) {
            off(each.toString());
        }
    }

    @Test
    void tellsWhatIsOn() {
        on("slow?millis=5");
        on("error");

        assertThat(http.get().uri("/troubles").header("X-Troubles-Token", TOKEN))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("[{\"name\":\"slow\",\"millis\":5},{\"name\":\"error\",\"millis\":0}]");

        off("slow");
        off("error");
        assertThat(http.get().uri("/troubles").header("X-Troubles-Token", TOKEN))
                .hasBodyTextEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcdeF", "0123456789abcdef0"})
    void nothingIsToldOrSwitchedWithoutTheToken(String token) {
        assertThat(http.get().uri("/troubles").header("X-Troubles-Token", token))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(http.put().uri("/troubles/error").header("X-Troubles-Token", token))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(http.delete().uri("/troubles/error")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void anUnknownTroubleIsNotFoundAndAnEndlessOneABadRequest() {
        assertThat(http.put().uri("/troubles/flood").header("X-Troubles-Token", TOKEN))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(http.put().uri("/troubles/slow?millis=60001").header("X-Troubles-Token", TOKEN))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void anErrorIsThrownInsideTheTransactionOfAChangeUntilItIsSwitchedOff() {
        on("error");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(this::change)
                    .isInstanceOf(FailedAtWill.class)
                    .hasMessage("The change failed because it was told to");
        }
        assertThat(new TransactionTemplate(transactions).<String>execute(status -> "no change"))
                .isEqualTo("no change");

        off("error");
        assertThat(change()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void callsOfTheApiWaitAndOtherRequestsDoNot() {
        on("slow?millis=300");

        assertThat(millis("/api/sample")).isGreaterThanOrEqualTo(300);
        assertThat(millis("/index.html")).isLessThan(300);
    }

    @Test
    void thePageLoadsAScriptThatFailsOnlyWhileItIsTold() {
        on("page-error");
        assertThat(http.get().uri("/index.html"))
                .doesNotContainHeader("Last-Modified")
                .bodyText()
                .contains("<head><script src=\"/troubles/page-error.js\"></script>");
        assertThat(http.get().uri("/troubles/page-error.js"))
                .hasStatusOk()
                .hasHeader("Cache-Control", "no-store")
                .hasContentTypeCompatibleWith("text/javascript");

        off("page-error");
        assertThat(http.get().uri("/index.html")).bodyText().doesNotContain("/troubles");
    }

    private Instant change() {
        return telemetry
                .statusChange("ORD-0000001", OrderStatus.SHIPPED)
                .run(() -> new TransactionTemplate(transactions).<Instant>execute(status -> Instant.EPOCH));
    }

    private long millis(String path) {
        long start = System.nanoTime();
        assertThat(http.get().uri(path)).hasStatusOk();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private void on(String trouble) {
        assertThat(http.put().uri("/troubles/" + trouble).header("X-Troubles-Token", TOKEN))
                .hasStatus(HttpStatus.NO_CONTENT);
    }

    private void off(String trouble) {
        assertThat(http.delete().uri("/troubles/" + trouble).header("X-Troubles-Token", TOKEN))
                .hasStatus(HttpStatus.NO_CONTENT);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {

        @Bean
        PlatformTransactionManager transactions(TransactionManagerCustomizers customizers) {
            NoDatabase manager = new NoDatabase();
            customizers.customize(manager);
            return manager;
        }

        @Bean
        Api api() {
            return new Api();
        }
    }

    @RestController
    static class Api {

        @GetMapping("/api/sample")
        String sample() {
            return "sample";
        }
    }

    private static final class NoDatabase extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }
}
