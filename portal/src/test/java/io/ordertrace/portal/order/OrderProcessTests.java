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
