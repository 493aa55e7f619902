package io.ordertrace.contract;

import io.ordertrace.contract.otlp.OtlpReader;
import io.ordertrace.contract.otlp.UnusableInput;
import io.ordertrace.registry.Registry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line of the check. */
@Command(
        name = "contract-check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Says of spans, service by service, where they break the telemetry contract.",
        footer = {
            "",
            "Input is OTLP as services send it: JSON or JSON lines (the Collector's file exporter), protobuf, either gzipped.",
            "Exit code: 0 no violation, 1 violations, 2 the input is of no use."
        },
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2)
public final class ContractCheckCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to check; - for standard input.")
    private List<String> files = List.of();

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private ReportWriter format = ReportWriter.TABLE;

    @Option(
            names = "--examples",
            paramLabel = "N",
            description = "Show N spans for each rule; default: ${DEFAULT-VALUE}.")
    private int examples = 3;

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "Report this service only, and take it ill if it sent nothing. May be repeated.")
    private Set<String> services = new LinkedHashSet<>();

    @Option(
            names = "--tolerance",
            paramLabel = "SECONDS",
            description = "How far the clocks of a service and its database may be apart; default: ${DEFAULT-VALUE}.")
    private int tolerance = 300;

    @Option(
            names = "--follow",
            paramLabel = "SECONDS",
            description = "Go on reading one file for so long while it is written, and name each violation at once.")
    private @Nullable Integer follow;

    @Spec
    private @Nullable CommandSpec spec;

    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command as {@link #main} runs it; for callers that want to give it other outputs. */
    public static CommandLine commandLine() {
        return new CommandLine(new ContractCheckCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof UnusableInput)) {
                        throw failure;
                    }
                    command.getErr().println(Printable.text(String.valueOf(failure.getMessage())));
                    return 2;
                });
    }

    @Override
    public Integer call() {
        PrintWriter out = command().getOut();
        ContractCheck check = new ContractCheck(Registry.load(), Duration.ofSeconds(tolerance), this::tell);
        read(new OtlpReader(check::add));
        Report report = selected(check.finish());
        if (report.spans() == 0) {
            throw new UnusableInput("there is no span in it");
        }
        format.write(report, examples, out);
        out.flush();
        return report.violations() == 0 ? 0 : 1;
    }

    private void read(OtlpReader reader) {
        if (follow == null) {
            files.forEach(file -> read(reader, file));
        } else if (files.size() > 1 || files.contains(STANDARD_INPUT)) {
            throw new ParameterException(command(), "--follow takes one file");
        } else {
            long end = System.nanoTime() + Duration.ofSeconds(follow).toNanos();
            BooleanSupplier stopped = () -> System.nanoTime() - end > 0;
            reader.follow(Path.of(files.getFirst()), stopped);
        }
    }

    private static void read(OtlpReader reader, String file) {
        if (file.equals(STANDARD_INPUT)) {
            reader.read(System.in, "standard input");
        } else {
            reader.read(Path.of(file));
        }
    }

    private void tell(Violation violation) {
        if (follow != null && (services.isEmpty() || services.contains(violation.service()))) {
            PrintWriter err = command().getErr();
            err.println(Printable.text(violation.service()) + " "
                    + violation.rule().code() + " " + ReportWriter.line(violation));
            err.flush();
        }
    }

    private Report selected(Report report) {
        services.stream()
                .filter(name -> !report.services().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnusableInput("there is no span of " + name + " in it");
                });
        return services.isEmpty() ? report : report.of(services);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
