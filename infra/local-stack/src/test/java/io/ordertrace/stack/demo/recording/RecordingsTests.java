package io.ordertrace.stack.demo.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.stack.StackOptions;
import io.ordertrace.stack.demo.plan.Mishap;
import io.ordertrace.stack.demo.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class RecordingsTests {

    private static final int ERROR = 2;
    private static final int PRODUCER = 4;
    private static final int CONSUMER = 5;

    private final Recordings recordings = new Recordings();

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ORDER")
    void everyStepOfACustomersOrderIsRecorded(Step step) {
        assertThat(leadsTo(recordings.of(step, false, Optional.empty()))).contains(step.status());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"CREATE", "SUBMIT", "CANCEL"})
    void everyStepOfAPartnersOrderIsRecorded(Step step) {
        assertThat(leadsTo(recordings.of(step, true, Optional.empty()))).contains(step.status());
    }

    @ParameterizedTest
    @EnumSource
    void everyMishapIsRecorded(Mishap mishap) {
        Recording recording = recordings.of(mishap.step(), false, Optional.of(mishap));

        assertThat(leadsTo(recording).contains(mishap.step().status()))
                .isEqualTo(mishap.outcome() != Mishap.Outcome.FAILS);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.MATCH_NONE,
            names = {".*_SLOW", "MESSAGES_LOST", "MESSAGES_TWICE", "MESSAGES_LATE"})
    void whatFailsIsAnErrorOfTheNamedDependency(Mishap mishap) {
        String system = mishap.name().replaceAll("_.*", "");
        Set<Object> dependencies = spans(mishap)
                .filter(span -> span.status() == ERROR)
                .map(span -> span.attributes().getOrDefault("jewelry.failure.dependency", "none"))
                .collect(Collectors.toSet());

        assertThat(dependencies)
                .contains(
                        switch (system) {
                            case "QUEUE", "MESSAGES" -> "orders-mq";
                            case "FILES" -> "3d-files";
                            default ->
                                mishap.name().contains("_DB_") ? system.toLowerCase(Locale.ROOT) + "-db" : "none";
                        });
    }

    @Test
    void aLostMessageIsSentAndNotReceived() {
        assertThat(kinds(Mishap.MESSAGES_LOST)).contains(PRODUCER).doesNotContain(CONSUMER);
    }

    @Test
    void aMessageThatComesTwiceIsReceivedTwiceByEach() {
        assertThat(spans(Mishap.MESSAGES_TWICE)
                        .filter(span -> span.kind() == CONSUMER)
                        .map(RecordedSpan::service))
                .containsExactlyInAnyOrder("shop-api", "shop-api", "crm-api", "crm-api");
    }

    @Test
    void aLateMessageIsLongerOnItsWayThanTheProcessAllows() {
        assertThat(recording(Mishap.MESSAGES_LATE).length()).isGreaterThan(30_000_000);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = ".*_SLOW")
    void aSlowServiceTakesSeconds(Mishap mishap) {
        assertThat(recording(mishap).length()).isGreaterThan(2_900_000);
    }

    @Test
    void everyAttributeIsOnTheCollectorsList() throws IOException {
        String list = Files.readString(StackOptions.enclosingProject().resolve("infra/collector/config.yaml"));
        Set<String> keys = all().flatMap(recording -> recording.spans().stream())
                .flatMap(span -> Stream.concat(
                        span.attributes().keySet().stream(),
                        span.events().stream().flatMap(event -> event.attributes().keySet().stream())))
                .collect(Collectors.toSet());

        assertThat(keys).isNotEmpty().allSatisfy(key -> assertThat(list).contains("      - " + key + "\n"));
    }

    @Test
    void noTraceOfTheRecordedOrderIsLeft() {
        assertThat(all())
                .allSatisfy(recording -> assertThat(recording.toString())
                        .doesNotContainPattern("(ORD|B2B)-\\d{7}")
                        .doesNotContain("user-200", "seller-1,", "op-1,", "b2b-atelier"));
    }

    private Recording recording(Mishap mishap) {
        return recordings.of(mishap.step(), false, Optional.of(mishap));
    }

    private Stream<RecordedSpan> spans(Mishap mishap) {
        return recording(mishap).spans().stream();
    }

    private Set<Integer> kinds(Mishap mishap) {
        return spans(mishap).map(RecordedSpan::kind).collect(Collectors.toSet());
    }

    private Stream<Recording> all() {
        Stream<Recording> customers = Stream.of(Step.values())
                .filter(step -> step != Step.ORDER)
                .map(step -> recordings.of(step, false, Optional.empty()));
        Stream<Recording> partners = Stream.of(Step.values())
                .filter(step -> !Set.of(Step.CREATE, Step.SUBMIT, Step.CANCEL).contains(step))
                .map(step -> recordings.of(step, true, Optional.empty()));
        Stream<Recording> mishaps =
                Stream.of(Mishap.values()).map(mishap -> recordings.of(mishap.step(), false, Optional.of(mishap)));
        return Stream.of(customers, partners, mishaps).flatMap(each -> each);
    }

    private static Set<Object> leadsTo(Recording recording) {
        return recording.spans().stream()
                .filter(span -> span.attributes().containsKey("jewelry.order.status.changed_at"))
                .map(span -> span.attributes().get("jewelry.order.status"))
                .collect(Collectors.toSet());
    }
}
