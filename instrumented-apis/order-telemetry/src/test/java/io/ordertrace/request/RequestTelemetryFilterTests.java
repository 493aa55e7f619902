package io.ordertrace.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.ordertrace.telemetry.OrderAttributes;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

class RequestTelemetryFilterTests {

    @RegisterExtension
    final OpenTelemetryExtension spans = OpenTelemetryExtension.create();

    private final OrderTelemetry telemetry = new OrderTelemetry(spans.getOpenTelemetry());
    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new Desk(telemetry))
            .setControllerAdvice(new Problems())
            .addFilters(new RequestTelemetryFilter(telemetry))
            .build());

    @Test
    void theHandlerSeesNothingOfWhatTheCallerClaims() {
        SpanData server = get("/order");

        assertThat(server.getAttributes().get(OrderAttributes.ORDER_ID)).isEmpty();
    }

    @Test
    void aRequestThatFailsSaysHow() {
        SpanData server = get("/unavailable");

        assertThat(server.getAttributes().get(OrderAttributes.FAILURE_CLASS)).isEqualTo("unavailable");
    }

    @Test
    void aRequestWhoseChangeFailedLeavesItToTheChange() {
        SpanData server = get("/change");

        assertThat(server.getAttributes().get(OrderAttributes.FAILURE_CLASS)).isNull();
        assertThat(spans.getSpans().getFirst().getAttributes().get(OrderAttributes.FAILURE_CLASS))
                .isEqualTo("unavailable");
    }

    @Test
    void aRequestThatIsRefusedHasNotFailed() {
        SpanData server = get("/refused");

        assertThat(server.getAttributes().get(OrderAttributes.FAILURE_CLASS)).isNull();
    }

    /** The server span as the agent would make it, of a request whose baggage names an order. */
    private SpanData get(String path) {
        Span server =
                spans.getOpenTelemetry().getTracer("agent").spanBuilder("GET").startSpan();
        server.setAttribute(OrderAttributes.ORDER_ID, "ORD-0000001");
        Baggage claimed =
                Baggage.builder().put("jewelry.order.id", "ORD-0000001").build();
        try (Scope request = claimed.makeCurrent();
                Scope span = server.makeCurrent()) {
            http.get().uri(path).exchange();
        } finally {
            server.end();
        }
        return spans.getSpans().getLast();
    }

    @RestController
    private static final class Desk {

        private final OrderTelemetry telemetry;

        Desk(OrderTelemetry telemetry) {
            this.telemetry = telemetry;
        }

        @GetMapping("/order")
        String order() {
            assertThat(Baggage.current().isEmpty()).isTrue();
            return "seen";
        }

        @GetMapping("/unavailable")
        String unavailable() {
            throw new IllegalStateException(new ConnectException("refused"));
        }

        @GetMapping("/change")
        String change() {
            telemetry.statusChange("ORD-0000042", OrderStatus.SHIPPED).run(() -> {
                throw new IllegalStateException(new ConnectException("refused"));
            });
            return "changed";
        }

        @GetMapping("/refused")
        String refused() {
            throw new IllegalArgumentException("not so");
        }
    }

    @RestControllerAdvice
    private static final class Problems {

        @ExceptionHandler
        ProblemDetail failed(IllegalStateException e) {
            return ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        }

        @ExceptionHandler
        ProblemDetail refused(IllegalArgumentException e) {
            return ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        }
    }
}
