package io.ordertrace.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.ordertrace.contract.ContractCheckCommand;
import io.ordertrace.contract.otlp.OtlpReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the three services really send, before the Collector has touched it, keeps the telemetry contract. */
@WithRunningStack
class ContractCheckTests {

    private static final List<String> EVERY_STATUS = List.of(
            "CREATED",
            "SUBMITTED",
            "PRICE_CALCULATED",
            "MANUFACTURING_APPROVED",
            "MANUFACTURING_STARTED",
            "MANUFACTURING_COMPLETED",
            "PACKAGED",
            "SHIPPED",
            "CLOSED",
            "REJECTED",
            "CANCELLED");

    @TempDir
    Path folder;

    private final RunningStack stack;
    private final StringWriter printed = new StringWriter();

    ContractCheckTests(RunningStack stack) {
        this.stack = stack;
    }

    @Test
    void theThreeServicesKeepTheContractWithOrdersOfEveryKind() throws Exception {
        Set<String> orders = new HashSet<>();
        for (String kind :
                List.of("finished", "failed", "lost", "in_progress", "b2b", "rejected", "packaged", "created")) {
            orders.add(stack.order(kind));
        }
        try (OrderingClient client = stack.ordering()) {
            orders.add(client.cancelled());
            orders.add(client.refusedTransition());
            orders.add(client.reworked());
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> statusesOf(orders).containsAll(EVERY_STATUS));

        int exitCode = check(tracesOf(orders), "--service=shop-api", "--service=crm-api", "--service=mes-api");

        assertThat(exitCode).as(printed.toString()).isZero();
        assertThat(printed.toString()).contains(" 0 violations");
    }

    @Test
    void aServiceThatBreaksTheContractIsNamedWithWhatItBreaks() throws Exception {
        String trace = stack.spans()
                .statusChange("WRONG-1", "Shipped", Map.of("user.id", "ivan@example.com", "jewelry.colour", "gold"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !requests(id -> id.equals(trace)).isEmpty());

        assertThat(check(requests(id -> id.equals(trace)))).isEqualTo(1);

        assertThat(printed.toString())
                .contains("shop-api: 1 spans", trace)
                .contains("unknown-status", "actor-malformed", "attribute-not-in-registry", "personal-data")
                .doesNotContain("ivan@example.com");
    }

    private int check(List<ExportTraceServiceRequest> requests, String... options) throws IOException {
        ExportTraceServiceRequest.Builder all = ExportTraceServiceRequest.newBuilder();
        requests.forEach(request -> all.addAllResourceSpans(request.getResourceSpansList()));
        Path file = Files.write(folder.resolve("spans"), all.build().toByteArray());
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(file.toString());
        return ContractCheckCommand.commandLine()
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true))
                .execute(arguments.toArray(String[]::new));
    }

    private Set<String> statusesOf(Set<String> orders) {
        Set<String> statuses = new HashSet<>();
        spans(requests(trace -> true))
                .filter(span -> orders.contains(attribute(span, "jewelry.order.id")))
                .forEach(span -> statuses.add(attribute(span, "jewelry.order.status")));
        return statuses;
    }

    /** Everything in the traces that are about these orders, also spans that do not say so. */
    private List<ExportTraceServiceRequest> tracesOf(Set<String> orders) {
        Set<String> traces = new HashSet<>();
        spans(requests(trace -> true))
                .filter(span -> orders.contains(attribute(span, "jewelry.order.id")))
                .forEach(span -> traces.add(traceId(span)));
        return requests(traces::contains);
    }

    private List<ExportTraceServiceRequest> requests(Predicate<String> wanted) {
        List<ExportTraceServiceRequest> found = new ArrayList<>();
        OtlpReader reader = new OtlpReader(request -> {
            ExportTraceServiceRequest part = only(wanted, request);
            if (spans(List.of(part)).findAny().isPresent()) {
                found.add(part);
            }
        });
        stack.tapped().forEach(reader::read);
        return found;
    }

    private static ExportTraceServiceRequest only(Predicate<String> wanted, ExportTraceServiceRequest request) {
        ExportTraceServiceRequest.Builder part = request.toBuilder();
        for (ResourceSpans.Builder resource : part.getResourceSpansBuilderList()) {
            for (ScopeSpans.Builder scope : resource.getScopeSpansBuilderList()) {
                List<Span> kept = scope.getSpansList().stream()
                        .filter(span -> wanted.test(traceId(span)))
                        .toList();
                scope.clearSpans().addAllSpans(kept);
            }
        }
        return part.build();
    }

    private static Stream<Span> spans(List<ExportTraceServiceRequest> requests) {
        return requests.stream()
                .flatMap(request -> request.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream());
    }

    private static String attribute(Span span, String key) {
        return span.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    private static String traceId(Span span) {
        return HexFormat.of().formatHex(span.getTraceId().toByteArray());
    }
}
