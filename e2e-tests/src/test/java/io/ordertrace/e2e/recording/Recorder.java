package io.ordertrace.e2e.recording;

import io.ordertrace.stack.demo.plan.Jewel;
import io.ordertrace.stack.demo.plan.Mishap;
import io.ordertrace.stack.demo.plan.People;
import io.ordertrace.stack.demo.plan.PlannedStep;
import io.ordertrace.stack.demo.plan.Step;
import io.ordertrace.stack.demo.recording.Recording;
import io.ordertrace.stack.demo.recording.Recordings;
import io.ordertrace.stack.demo.services.OrderSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sends orders through the services of a running stack and writes what Jaeger has of each step. */
final class Recorder {

    private static final Duration QUIET = Duration.ofSeconds(3);
    /** Longer than a service waits before it tries once more. */
    private static final Duration QUIET_AFTER_TROUBLE = Duration.ofSeconds(15);

    private static final List<Step> UP_TO =
            List.of(Step.CREATE, Step.SUBMIT, Step.APPROVE, Step.TAKE, Step.COMPLETE, Step.PACK, Step.SHIP, Step.CLOSE);
    private static final Jewel JEWEL = new Jewel("ring", 9, 1.2, false);
    private static final People CUSTOMER = new People("user-200", "seller-1", "op-1");
    private static final People PARTNER = new People(People.API_USERS.getFirst(), "seller-1", "op-1");

    private final JaegerTraces jaeger;
    private final OrderSteps services;
    private final Path folder;

    /** @param folder gets the files */
    Recorder(JaegerTraces jaeger, OrderSteps services, Path folder) {
        this.jaeger = jaeger;
        this.services = services;
        this.folder = folder;
    }

    /** Steps from the first to the last, for the services to get warm. */
    void warmUp(Step... route) {
        run(route, step -> {});
    }

    /** Steps from the first to the last, if one of them is not recorded yet. */
    void record(Step... route) throws IOException {
        Map<String, Recording> recorded = new LinkedHashMap<>();
        boolean b2b = route[0] == Step.ORDER;
        if (Stream.of(route).allMatch(step -> isThere(Recordings.name(step, b2b, Optional.empty())))) {
            return;
        }
        run(route, recorded::putAll);
        for (Map.Entry<String, Recording> each : recorded.entrySet()) {
            if (!isThere(each.getKey())) {
                Recordings.write(folder, each.getKey(), each.getValue());
            }
        }
    }

    private void run(Step[] route, Consumer<Map<String, Recording>> use) {
        People people = route[0] == Step.ORDER ? PARTNER : CUSTOMER;
        PlannedStep first = planned(route[0], people);
        String order = services.begin(first, JEWEL);
        OrderRecorder recorder = new OrderRecorder(jaeger, order, sha256(JEWEL.stl()));
        use.accept(recording(first, people, recorder));
        for (Step step : List.of(route).subList(1, route.length)) {
            PlannedStep next = planned(step, people);
            services.go(order, next, JEWEL);
            use.accept(recording(next, people, recorder));
        }
    }

    private static Map<String, Recording> recording(PlannedStep step, People people, OrderRecorder recorder) {
        String name = Recordings.name(step.step(), people == PARTNER, Optional.empty());
        return Map.of(name, recorder.sinceLast(QUIET));
    }

    private boolean isThere(String name) {
        return Files.exists(folder.resolve(name + ".json"));
    }

    /**
     * The step that goes wrong, of an order that has gone well so far, if it is not recorded yet.
     *
     * @param trouble makes the mishap for as long as the given work lasts
     */
    void record(Mishap mishap, Consumer<Runnable> trouble) throws IOException {
        String name = Recordings.name(mishap.step(), false, Optional.of(mishap));
        if (isThere(name)) {
            return;
        }
        PlannedStep first = planned(Step.CREATE, CUSTOMER);
        String order = services.begin(first, JEWEL);
        OrderRecorder recorder = new OrderRecorder(jaeger, order, sha256(JEWEL.stl()));
        recorder.sinceLast(QUIET);
        for (Step step : UP_TO.subList(1, UP_TO.indexOf(mishap.step()))) {
            services.go(order, planned(step, CUSTOMER), JEWEL);
            recorder.sinceLast(QUIET);
        }
        PlannedStep befallen =
                new PlannedStep(Instant.EPOCH, mishap.step(), CUSTOMER.doing(mishap.step()), Optional.of(mishap));
        trouble.accept(() -> go(order, befallen));
        Recordings.write(folder, name, recorder.sinceLast(QUIET_AFTER_TROUBLE));
    }

    private void go(String order, PlannedStep step) {
        try {
            services.go(order, step, JEWEL);
        } catch (IllegalStateException e) {
            if (step.happens()) {
                throw e;
            }
        }
    }

    private static PlannedStep planned(Step step, People people) {
        return new PlannedStep(Instant.EPOCH, step, people.doing(step), Optional.empty());
    }

    private static String sha256(byte[] stl) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(stl));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
