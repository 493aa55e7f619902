package io.ordertrace.benchmarks.tracing;

import io.ordertrace.benchmarks.tracing.TracingBenchmark.Exported;
import io.ordertrace.benchmarks.tracing.TracingBenchmark.Result;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** Writes results as tables of Markdown: each variant, and how it compares with the first one turn by turn. */
record Report(Result result) {

    String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, "### %s%n", result.service());
        steady(text);
        full(text);
        exported(text);
        return text.toString();
    }

    private void steady(StringBuilder text) {
        line(text, "Steady load, %.0f requests a second:%n", result.rate());
        line(text, "| variant | p50 | p99 | CPU per request | p50, ratio | p99, ratio | CPU, ratio |");
        line(text, "|---|---|---|---|---|---|---|");
        for (Variant variant : result.variants()) {
            Histogram all = merged(of(result.steady(), variant));
            line(
                    text,
                    "| %s | %.2f ms | %.2f ms | %.2f ms | %s | %s | %s |",
                    variant.name(),
                    all.getValueAtPercentile(50) / 1e3,
                    all.getValueAtPercentile(99) / 1e3,
                    median(values(of(result.steady(), variant), Slice::cpuMillisPerRequest)),
                    ratios(result.steady(), variant, slice -> slice.millis(50)),
                    ratios(result.steady(), variant, slice -> slice.millis(99)),
                    ratios(result.steady(), variant, Slice::cpuMillisPerRequest));
        }
    }

    private void full(StringBuilder text) {
        line(text, "%nAs much as the service takes:%n");
        line(text, "| variant | requests a second | p50 | p99 | throughput, ratio | Collector's CPU per request |");
        line(text, "|---|---|---|---|---|---|");
        for (Variant variant : result.variants()) {
            Histogram all = merged(of(result.full(), variant));
            line(
                    text,
                    "| %s | %.0f | %.2f ms | %.2f ms | %s | %.2f ms |",
                    variant.name(),
                    median(values(of(result.full(), variant), Slice::perSecond)),
                    all.getValueAtPercentile(50) / 1e3,
                    all.getValueAtPercentile(99) / 1e3,
                    ratios(result.full(), variant, Slice::perSecond),
                    median(values(of(result.full(), variant), Slice::collectorCpuMillisPerRequest)));
        }
    }

    private void exported(StringBuilder text) {
        line(text, "%nExported by the agent:%n");
        line(text, "| variant | spans per request | bytes per span |");
        line(text, "|---|---|---|");
        for (Map.Entry<Variant, Exported> one : result.exported().entrySet()) {
            line(
                    text,
                    "| %s | %.1f | %.0f |",
                    one.getKey().name(),
                    one.getValue().spansPerRequest(),
                    one.getValue().bytesPerSpan());
        }
    }

    /** The median of the turns, and in brackets the lowest and the highest. */
    private String ratios(Map<Variant, List<Slice>> slices, Variant variant, ToDoubleFunction<Slice> value) {
        double[] base = values(of(slices, result.variants().getFirst()), value);
        double[] own = values(of(slices, variant), value);
        double[] ratios = IntStream.range(0, own.length)
                .mapToDouble(i -> own[i] / base[i])
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%.3f (%.3f–%.3f)", median(ratios), ratios[0], ratios[ratios.length - 1]);
    }

    private static List<Slice> of(Map<Variant, List<Slice>> slices, Variant variant) {
        return slices.getOrDefault(variant, List.of());
    }

    private static double[] values(List<Slice> slices, ToDoubleFunction<Slice> value) {
        return slices.stream().mapToDouble(value).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static Histogram merged(List<Slice> slices) {
        Histogram all = new Histogram(3);
        slices.forEach(slice -> all.add(slice.micros()));
        return all;
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
