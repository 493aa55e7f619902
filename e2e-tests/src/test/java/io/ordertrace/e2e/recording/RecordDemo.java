package io.ordertrace.e2e.recording;

import static io.ordertrace.stack.demo.plan.Step.APPROVE;
import static io.ordertrace.stack.demo.plan.Step.CALL_OFF;
import static io.ordertrace.stack.demo.plan.Step.CANCEL;
import static io.ordertrace.stack.demo.plan.Step.CLOSE;
import static io.ordertrace.stack.demo.plan.Step.COMPLETE;
import static io.ordertrace.stack.demo.plan.Step.CREATE;
import static io.ordertrace.stack.demo.plan.Step.ORDER;
import static io.ordertrace.stack.demo.plan.Step.PACK;
import static io.ordertrace.stack.demo.plan.Step.REJECT;
import static io.ordertrace.stack.demo.plan.Step.REWORK;
import static io.ordertrace.stack.demo.plan.Step.SHIP;
import static io.ordertrace.stack.demo.plan.Step.SUBMIT;
import static io.ordertrace.stack.demo.plan.Step.TAKE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.stack.LocalStack;
import io.ordertrace.stack.Ports;
import io.ordertrace.stack.StackInfo;
import io.ordertrace.stack.StackOptions;
import io.ordertrace.stack.demo.DemoSettings;
import io.ordertrace.stack.demo.plan.Mishap;
import io.ordertrace.stack.demo.plan.Step;
import io.ordertrace.stack.demo.services.OrderSteps;
import io.ordertrace.stack.demo.services.ServiceClient;
import io.ordertrace.stack.trouble.Switchboard;
import io.ordertrace.stack.trouble.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * No test: records every step whose file is missing, on a stack with the documented ports, because ports are in the
 * spans. Delete the files of what is to be recorded anew and run
 * {@code ./mvnw test -pl e2e-tests -am -Dtest=RecordDemo -Dsurefire.failIfNoSpecifiedTests=false}.
 */
final class RecordDemo {

    /** Longer than a message is usually on its way. */
    private static final Duration SHORT = Duration.ofSeconds(5);
    /** Longer than the declared process allows a message to be on its way. */
    private static final Duration LATE = Duration.ofSeconds(40);

    @Test
    void recordWhatIsMissing() throws IOException {
        Path project = StackOptions.enclosingProject();
        Path folder = project.resolve("infra/local-stack/src/main/resources/io/ordertrace/stack/demo/recording");
        Files.createDirectories(folder);
        StackOptions options =
                new StackOptions(Ports.withOffset(0), Optional.empty(), DemoSettings.nothing(), project, System.out);
        try (LocalStack stack = LocalStack.start(options)) {
            StackInfo info = stack.info();
            StackInfo.Jaeger jaeger = info.jaeger();
            try (ServiceClient services = new ServiceClient(info.services())) {
                Recorder recorder = new Recorder(
                        new JaegerTraces(jaeger.http(), jaeger.user(), jaeger.password()),
                        new OrderSteps(services, info.apiKeys()),
                        folder);
                recordSteps(recorder);
                assertThat(recordMishaps(recorder, stack.switchboard())).isEmpty();
            }
        }
    }

    private static void recordSteps(Recorder recorder) throws IOException {
        Step[] customers = {CREATE, SUBMIT, APPROVE, TAKE, COMPLETE, REWORK, COMPLETE, PACK, SHIP, CLOSE};
        Step[] partners = {ORDER, APPROVE, TAKE, COMPLETE, REWORK, COMPLETE, PACK, SHIP, CLOSE};
        recorder.warmUp(customers);
        recorder.warmUp(partners);
        recorder.record(customers);
        recorder.record(partners);
        recorder.record(CREATE, SUBMIT, REJECT);
        recorder.record(CREATE, SUBMIT, CANCEL);
        recorder.record(CREATE, SUBMIT, APPROVE, CALL_OFF);
        recorder.record(ORDER, REJECT);
        recorder.record(ORDER, APPROVE, CALL_OFF);
    }

    /** What could not be recorded, and why; the others are. */
    private static Map<Mishap, RuntimeException> recordMishaps(Recorder recorder, Switchboard switchboard)
            throws IOException {
        Map<Mishap, RuntimeException> failures = new EnumMap<>(Mishap.class);
        for (Mishap mishap : Mishap.values()) {
            try {
                recorder.record(mishap, work -> inTrouble(switchboard, mishap, work));
            } catch (RuntimeException e) {
                failures.put(mishap, e);
            }
        }
        return failures;
    }

    private static void inTrouble(Switchboard switchboard, Mishap mishap, Runnable work) {
        Trouble trouble = Trouble.valueOf(mishap.name());
        switchboard.on(trouble);
        try {
            work.run();
            LockSupport.parkNanos((mishap == Mishap.MESSAGES_LATE ? LATE : SHORT).toNanos());
        } finally {
            switchboard.off(trouble);
        }
    }
}
