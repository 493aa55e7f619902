package io.ordertrace.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrace.registry.Attribute.Member;
import io.ordertrace.registry.Registry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written by hand here says the same as the registry. */
class RegistryAgreementTests {

    @Test
    void everyStatusIsInTheRegistryAndNoOther() {
        assertThat(Registry.load()
                        .attribute("jewelry.order.status")
                        .orElseThrow()
                        .members())
                .extracting(Member::value)
                .containsExactlyElementsOf(
                        Stream.of(OrderStatus.values()).map(Enum::name).toList());
    }
}
