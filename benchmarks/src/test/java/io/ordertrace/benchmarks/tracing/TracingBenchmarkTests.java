package io.ordertrace.benchmarks.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.benchmarks.tracing.TracingBenchmark.Result;
import io.ordertrace.benchmarks.tracing.TracingBenchmark.Size;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole benchmark in small, on real components: that it runs, not what it measures. */
class TracingBenchmarkTests {

    private static final String API_KEY = "key-of-nobody-else";
    private static final Size SMALL = new Size(1, 1, Duration.ofMillis(500), 4, 2, 0.5);

    @TempDir
    Path folder;

    @Test
    void takesOrdersThroughBothServicesAndCountsTheirSpans() {
        try (Surroundings surroundings = Surroundings.start(folder)) {
            Subjects subjects = new Subjects(
                    surroundings,
                    surroundings.postgres(),
                    surroundings.objects(),
                    surroundings.collector(System.out),
                    folder,
                    API_KEY);
            TracingBenchmark benchmark = new TracingBenchmark(subjects, SMALL, System.out);

            Result shop = benchmark.run(new ShopLoad(), List.of(Variant.UNTRACED, Variant.TRACED));
            long throughTheCollector = surroundings.sink().spans();
            Result mes = benchmark.run(new MesLoad(API_KEY), List.of(Variant.TRACED_FROM_AFAR));

            assertThat(throughTheCollector).isPositive();
            for (Result result : List.of(shop, mes)) {
                assertThat(result.steady()).containsOnlyKeys(result.variants());
                assertThat(result.full().values())
                        .allSatisfy(slices -> assertThat(slices).singleElement().satisfies(slice -> {
                            assertThat(slice.perSecond()).isPositive();
                            assertThat(slice.millis(50)).isPositive();
                            assertThat(slice.cpuMillisPerRequest()).isPositive();
                        }));
                assertThat(new Report(result).markdown()).contains("### " + result.service());
            }
            assertThat(mes.exported()).hasEntrySatisfying(Variant.TRACED_FROM_AFAR, exported -> {
                assertThat(exported.spansPerRequest()).isGreaterThan(1);
                assertThat(exported.bytesPerSpan()).isGreaterThan(50);
            });
        }
    }
}
