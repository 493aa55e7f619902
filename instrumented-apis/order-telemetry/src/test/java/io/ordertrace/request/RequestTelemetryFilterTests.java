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
import org.springframework.test.web.servlet.assertj.MvcTestResult;
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
        assertThat(exchange("/order")).hasStatusOk().bodyText().isEqualTo("[]");

        SpanData server = spans.getSpans().getLast();
        assertThat(server.getAttributes().get(OrderAttributes.ORDER_ID)).isEmpty();
        assertThat(server.getAttributes().get(OrderAttributes.MESSAGE_ID)).isEmpty();
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

    private SpanData get(String path) {
        exchange(path);
        return spans.getSpans().getLast();
    }

    /** Inside a server span as the agent would make it, of a request whose baggage names an order and a message. */
    private MvcTestResult exchange(String path) {
        Span server =
                spans.getOpenTelemetry().getTracer("agent").spanBuilder("GET").startSpan();
        server.setAttribute(OrderAttributes.ORDER_ID, "ORD-0000001");
        server.setAttribute(OrderAttributes.MESSAGE_ID, "m-1");
        Baggage claimed = Baggage.builder()
                .put("jewelry.order.id", "ORD-0000001")
                .put("messaging.message.id", "m-1")
                .build();
        try (Scope request = claimed.makeCurrent();
                Scope span = server.makeCurrent()) {
            return http.get().uri(path).exchange();
        } finally {
            server.end();
        }
    }

    @RestController
    private static final class Desk {

        private final OrderTelemetry telemetry;

        Desk(OrderTelemetry telemetry) {
            this.telemetry = telemetry;
        }

        @GetMapping("/order")
        String order() {
            return Baggage.current().asMap().keySet().toString();
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
