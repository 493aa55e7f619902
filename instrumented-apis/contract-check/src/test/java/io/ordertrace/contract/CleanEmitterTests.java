package io.ordertrace.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.logging.otlp.internal.traces.OtlpStdoutSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.ordertrace.contract.otlp.OtlpReader;
import io.ordertrace.registry.Registry;
import io.ordertrace.telemetry.OrderStatus;
import io.ordertrace.telemetry.OrderTelemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a service tells through {@code order-telemetry} and the OpenTelemetry SDK keeps the contract. */
class CleanEmitterTests {

    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @Test
    void findsNothingToSayOfAChangeAndOfAFailedAttempt() {
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "crm-api")))
                .addSpanProcessor(SimpleSpanProcessor.create(OtlpStdoutSpanExporter.builder()
                        .setOutput(sent)
                        .setWrapperJsonObject(true)
                        .build()))
                .build()) {
            work(OpenTelemetrySdk.builder().setTracerProvider(provider).build());
        }

        ContractCheck check = new ContractCheck(Registry.load(), Duration.ofMinutes(5), violation -> {});
        new OtlpReader(check::add).read(new ByteArrayInputStream(sent.toByteArray()), "what was sent");
        Report report = check.finish();

        assertThat(report.spans()).isEqualTo(3);
        assertThat(report.services()).containsOnlyKeys("crm-api");
        assertThat(report.violations()).isZero();
    }

    private static void work(OpenTelemetry openTelemetry) {
        OrderTelemetry telemetry = new OrderTelemetry(openTelemetry);
        var server = openTelemetry.getTracer("test").spanBuilder("POST").startSpan();
        try (Scope ignored = server.makeCurrent();
                Scope order = telemetry.order("ORD-0000042")) {
            telemetry
                    .statusChange("ORD-0000042", OrderStatus.MANUFACTURING_APPROVED)
                    .from(OrderStatus.PRICE_CALCULATED)
                    .seller("sel-3")
                    .run(Instant::now);
            assertThatIOException()
                    .isThrownBy(() -> telemetry
                            .statusChange("ORD-0000042", OrderStatus.CLOSED)
                            .from(OrderStatus.SHIPPED)
                            .seller("sel-3")
                            .run(() -> {
                                throw new IOException("the database is away");
                            }));
        } finally {
            server.end();
        }
    }
}
