package io.ordertrace.benchmarks.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ordertrace.benchmarks.tracing.TracingBenchmark.Exported;
import io.ordertrace.benchmarks.tracing.TracingBenchmark.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTests {

    @Test
    void comparesTurnByTurnWithTheFirstVariant() {
        Map<Variant, List<Slice>> slices = Map.of(
                Variant.UNTRACED, List.of(slice(1000, 10, 100), slice(1000, 10, 100), slice(1000, 10, 100)),
                Variant.TRACED, List.of(slice(1100, 12, 110), slice(1050, 12, 110), slice(1500, 12, 110)));
        Result result = new Result(
                "shop-api",
                40,
                List.of(Variant.UNTRACED, Variant.TRACED),
                slices,
                slices,
                Map.of(Variant.TRACED, new Exported(1000, 400_000, 100)));

        assertThat(new Report(result).markdown())
                .contains("Steady load, 40 requests a second")
                .contains("| untraced | 1.00 ms |")
                .contains("| traced | 1.10 ms |", "1.100 (1.050–1.500)", "1.200 (1.200–1.200)")
                .contains("0.909 (0.909–0.909)")
                .contains("| traced | 10.0 | 400 |");
    }

    @Test
    void readsAVariantToTry() {
        Variant lean = Variant.parse("lean:OTEL_A=1;OTEL_B=x=y;-XX:TieredStopAtLevel=1");
        assertThat(lean.environment()).containsOnly(Map.entry("OTEL_A", "1"), Map.entry("OTEL_B", "x=y"));
        assertThat(lean.jvmOptions()).containsExactly("-XX:TieredStopAtLevel=1");
        assertThat(lean.traced()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> Variant.parse("lean"));
        assertThatIllegalArgumentException().isThrownBy(() -> Variant.parse("../x:A=1"));
    }

    private static Slice slice(long micros, int cpuMillis, int elapsedMillis) {
        Histogram histogram = new Histogram(3);
        histogram.recordValue(micros);
        return new Slice(
                histogram, Duration.ofMillis(elapsedMillis), Duration.ofMillis(cpuMillis), Duration.ofMillis(1));
    }
}
