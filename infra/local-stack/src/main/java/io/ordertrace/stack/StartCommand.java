package io.ordertrace.stack;

import io.ordertrace.stack.demo.DemoSettings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts the stack, says where it is, and keeps it running until Ctrl-C, TERM or the failure of a component. */
@Command(
        name = "start",
        sortOptions = false,
        description = "Starts the whole Order Trace Portal on this machine, without Docker. Ctrl-C stops it.")
final class StartCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--no-demo", description = "No demo orders at all.")
    boolean withoutDemo;

    @Option(
            names = "--demo-seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another week of demo orders; the same seed makes the same week. Default: 1.")
    long demoSeed;

    @Option(
            names = "--demo-orders",
            paramLabel = "N",
            defaultValue = "300",
            description = "Orders of the week before the start, 0 to " + DemoSettings.MOST_ORDERS + ". Default: 300.")
    int demoOrders;

    @Option(
            names = "--demo-speed",
            paramLabel = "X",
            defaultValue = "100",
            description = "Orders go on X times faster than in real life, 0 for not at all. Default: 100.")
    double demoSpeed;

    @Option(names = "--port-offset", paramLabel = "N", description = "Add N to every port.")
    int portOffset;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Keep all state in DIR, over restarts. Default: a fresh temporary folder, removed at the end.")
    @Nullable
    Path data;

    @Option(names = "--tap", description = "Also write what the services send to collector/tap/spans.jsonl in DIR.")
    boolean tap;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this and stop.")
    boolean help;

    @Override
    public Integer call() {
        try {
            LocalStack stack = LocalStack.prepare(options());
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            return runUntilFailure(stack);
        } catch (ComponentFailed e) {
            return report(e);
        }
    }

    private static int runUntilFailure(LocalStack stack) {
        try {
            stack.run();
            new Welcome(stack.info(), stack.stackFile()).print(System.out);
            throw stack.failure().join();
        } catch (ComponentFailed e) {
            // While a signal stops the stack, what was starting fails; that is no news.
            return stack.stopKeepingLogs() ? report(e) : FAILED;
        }
    }

    private static int report(ComponentFailed failure) {
        System.err.println("\n" + failure.getMessage() + "\nEverything that was started is stopped.");
        return FAILED;
    }

    private StackOptions options() {
        try {
            return new StackOptions(
                    Ports.withOffset(portOffset),
                    Optional.ofNullable(data),
                    withoutDemo ? DemoSettings.nothing() : new DemoSettings(true, demoSeed, demoOrders, demoSpeed),
                    tap,
                    StackOptions.enclosingProject(),
                    System.out);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), e.getMessage(), e);
        }
    }
}
