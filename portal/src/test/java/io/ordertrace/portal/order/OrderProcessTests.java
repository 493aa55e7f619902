package io.ordertrace.portal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

class OrderProcessTests {

    private final OrderProcess process = OrderProcessFile.read(new ClassPathResource("order-process.yml"));

    @Test
    void declaresTheWayFromCreatedToClosed() {
        assertThat(process.wayAfter(new OrderStatus("CREATED")))
                .extracting(step -> step.code().code())
                .containsExactly(
                        "SUBMITTED",
                        "PRICE_CALCULATED",
                        "MANUFACTURING_APPROVED",
                        "MANUFACTURING_STARTED",
                        "MANUFACTURING_COMPLETED",
                        "PACKAGED",
                        "SHIPPED",
                        "CLOSED");
    }

    @Test
    void namesStatusesInBothLanguages() {
        OrderProcess.Step priced =
                process.step(new OrderStatus("PRICE_CALCULATED")).orElseThrow();
        assertThat(priced.name().in(Locale.of("ru"))).isEqualTo("Цена рассчитана");
        assertThat(priced.name().in(Locale.ENGLISH)).isEqualTo("Price calculated");
        assertThat(priced.actors()).containsExactly(Actor.Role.SYSTEM);
        assertThat(priced.expected()).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void saysWhoMustConsumeAMessage() {
        assertThat(process.rule("order.priced").orElseThrow().consumers())
                .extracting(OrderProcess.Consumer::service)
                .containsExactly("shop-api", "crm-api");
        assertThat(process.rule("order.unheard-of")).isEmpty();
        assertThat(process.rule(null)).isEmpty();
    }

    @Test
    void aCancellationIsNewsForEverybodyButItsSender() {
        assertThat(told("order.cancelled", "shop-api")).containsExactly("mes-api", "crm-api");
        assertThat(told("order.cancelled", "crm-api")).containsExactly("mes-api", "shop-api");
        assertThat(told("order.submitted", "mes-api")).containsExactly("mes-api");
    }

    @Test
    void declaresCancellationAndRework() {
        assertThat(process.step(new OrderStatus("MANUFACTURING_APPROVED"))
                        .orElseThrow()
                        .next())
                .contains(new OrderStatus("CANCELLED"));
        assertThat(process.step(new OrderStatus("MANUFACTURING_COMPLETED"))
                        .orElseThrow()
                        .next())
                .contains(new OrderStatus("MANUFACTURING_STARTED"));
    }

    @Test
    void namesWhatServicesDependOnAndWhomToCall() {
        assertThat(process.dependencies())
                .extracting(OrderProcess.Participant::id)
                .containsExactly("shop-db", "mes-db", "3d-files", "orders-mq");
        OrderProcess.Participant files = process.dependency("3d-files").orElseThrow();
        assertThat(files.name().in(Locale.of("ru"))).isEqualTo("хранилище 3D-файлов");
        assertThat(files.duty().in(Locale.ENGLISH)).isEqualTo("the file store engineer on call");
        assertThat(process.dependency("mainframe")).isEmpty();
        assertThat(process.dependency(process.broker())).isPresent();
        assertThat(process.pages()).containsExactly("shop-page", "crm-page", "mes-page");
    }

    private List<String> told(String routingKey, String sender) {
        return process.rule(routingKey).orElseThrow().consumers().stream()
                .filter(consumer -> consumer.expects(sender))
                .map(OrderProcess.Consumer::service)
                .toList();
    }

    @Test
    void everyStatusButTheLastOnesHasAnExpectedDuration() {
        assertThat(process.statuses())
                .allSatisfy(step -> assertThat(step.expected() == null).isEqualTo(step.ending() != null));
    }

    @Test
    void hasNoWayAfterAStatusNobodyDeclared() {
        assertThat(process.wayAfter(new OrderStatus("ENGRAVED"))).isEmpty();
    }

    @Test
    void refusesAStepToAnUndeclaredStatus() {
        String yaml = """
                order-process:
                  statuses:
                    - { code: A, name: { ru: А, en: A }, next: [B] }
                """;
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> OrderProcessFile.read(file(yaml)))
                .havingRootCause()
                .withMessageContaining("A leads to the undeclared status B");
    }

    @Test
    void refusesAFileAboutSomethingElse() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> OrderProcessFile.read(file("recipe: cake")))
                .withMessageContaining("order-process");
    }

    @Test
    void readsAnotherCompanysProcess() {
        String yaml = """
                order-process:
                  statuses:
                    - { code: baked, name: { ru: Испечён, en: Baked }, next: [eaten], expected: 1h }
                    - { code: eaten, name: { ru: Съеден, en: Eaten }, ending: done }
                """;
        OrderProcess bakery = OrderProcessFile.read(file(yaml));
        assertThat(bakery.wayAfter(new OrderStatus("baked")))
                .extracting(OrderProcess.Step::ending)
                .isEqualTo(List.of(OrderProcess.Ending.DONE));
    }

    private static ByteArrayResource file(String yaml) {
        return new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
