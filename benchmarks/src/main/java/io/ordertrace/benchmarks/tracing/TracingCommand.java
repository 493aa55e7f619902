package io.ordertrace.benchmarks.tracing;

import io.ordertrace.benchmarks.tracing.TracingBenchmark.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code ./benchmark tracing} runs. */
@Command(
        name = "tracing",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures Shop API and MES API with and without tracing, by turns.")
public final class TracingCommand implements Callable<Integer> {

    @Option(
            names = "--services",
            split = ",",
            defaultValue = "shop-api,mes-api",
            description = "default: ${DEFAULT-VALUE}")
    private List<String> services = List.of();

    @Option(names = "--blocks", defaultValue = "3", description = "fresh starts of every variant; default: 3")
    private int blocks;

    @Option(names = "--slices", defaultValue = "4", description = "turns of each variant in a block; default: 4")
    private int slices;

    @Option(names = "--seconds", defaultValue = "12", description = "length of a turn; default: 12")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "2000", description = "orders before each block; default: 2000")
    private int warmUp;

    @Option(names = "--workers", defaultValue = "4", description = "orders under way at full load; default: 4")
    private int workers;

    @Option(names = "--share", defaultValue = "0.4", description = "steady load, of the full one; default: 0.4")
    private double share;

    @Option(
            names = "--try",
            paramLabel = "NAME:SETTING[;SETTING]",
            description = "also measure these settings of the agent (VARIABLE=VALUE) or the JVM (-XX:...)")
    private List<String> tried = List.of();

    @Option(names = "--only-tried", description = "leave the usual traced variants out")
    private boolean onlyTried;

    /** @param arguments see {@code --help} */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new TracingCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("order-trace-benchmark");
        System.out.println("Logs and data: " + folder);
        String apiKey = UUID.randomUUID().toString();
        Size size = new Size(blocks, slices, Duration.ofSeconds(seconds), warmUp, workers, share);
        StringBuilder report = new StringBuilder();
        try (Surroundings surroundings = Surroundings.start(folder)) {
            Subjects subjects = new Subjects(
                    surroundings,
                    surroundings.postgres(),
                    surroundings.objects(),
                    surroundings.collector(System.out),
                    folder,
                    apiKey);
            TracingBenchmark benchmark = new TracingBenchmark(subjects, size, System.out);
            for (Load load : List.of(new ShopLoad(), new MesLoad(apiKey))) {
                if (services.contains(load.service())) {
                    report.append(new Report(benchmark.run(load, variants())).markdown())
                            .append('\n');
                }
            }
        }
        System.out.println(report);
        delete(folder);
        return 0;
    }

    // Only after a run that went well: the logs of another are worth reading.
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private List<Variant> variants() {
        List<Variant> variants = new ArrayList<>(List.of(Variant.UNTRACED));
        if (!onlyTried) {
            variants.add(Variant.TRACED);
            variants.add(Variant.TRACED_FROM_AFAR);
        }
        tried.stream().map(Variant::parse).forEach(variants::add);
        return variants;
    }
}
