package io.ordertrace.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ordertrace.registry.Attribute.ValueType;
import io.ordertrace.registry.SpanType.Level;
import io.ordertrace.registry.SpanType.When;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The committed registry says what the code relies on, and its reader overlooks nothing. */
class RegistryTests {

    private final Registry registry = Registry.load();

    @Test
    void knowsEveryStatusAndWhoLeadsToIt() {
        Attribute status = registry.attribute("jewelry.order.status").orElseThrow();
        assertThat(status.members()).hasSize(11);
        assertThat(status.member("SHIPPED").orElseThrow().actors()).containsExactly("jewelry.operator.id");
        assertThat(status.member("PRICE_CALCULATED").orElseThrow().actors()).isEmpty();
        assertThat(registry.attribute("jewelry.order.status.previous")
                        .orElseThrow()
                        .members())
                .isEqualTo(status.members());
    }

    @Test
    void knowsTypesPatternsAndConstants() {
        assertThat(registry.attribute("jewelry.model.triangles").orElseThrow().type())
                .isEqualTo(ValueType.INT);
        assertThat(registry.attribute("jewelry.order.id")
                        .orElseThrow()
                        .pattern()
                        .orElseThrow()
                        .pattern())
                .isEqualTo("[A-Za-z0-9._-]{1,64}");
        assertThat(registry.attribute("user.id").orElseThrow().constant()).contains("USER_ID");
    }

    @Test
    void knowsWhatASpanHasToCarry() {
        SpanType change = registry.spanNamed("order.status_change").orElseThrow();
        assertThat(change.kind()).isEqualTo("internal");
        assertThat(change.attributes())
                .filteredOn(use -> use.level() == Level.REQUIRED)
                .extracting(SpanType.Use::key)
                .containsExactly("jewelry.order.id", "jewelry.order.status");
        assertThat(change.attributes())
                .filteredOn(use -> use.when() == When.OK)
                .extracting(SpanType.Use::key)
                .containsExactly("jewelry.order.status.changed_at");
        assertThat(change.attributes())
                .filteredOn(use -> use.when() == When.ERROR)
                .extracting(SpanType.Use::key)
                .containsExactly("error.type", "jewelry.failure.class");
        assertThat(registry.spanNamed("order.dead_letter").orElseThrow().alwaysError())
                .isTrue();
    }

    @Test
    void writesJavaConstants() {
        assertThat(ConstantsGenerator.attributes(registry))
                .contains("AttributeKey<String> ORDER_ID =\n            AttributeKey.stringKey(\"jewelry.order.id\");")
                .contains(
                        "AttributeKey<Long> MODEL_TRIANGLES =\n            AttributeKey.longKey(\"jewelry.model.triangles\");");
        assertThat(ConstantsGenerator.spans(registry)).contains("String STATUS_CHANGE = \"order.status_change\";");
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() {
        Entry mistyped = new Entry("test", new YAMLMapper().readTree("{ key: x, patern: y }"));
        assertThatExceptionOfType(InvalidRegistry.class)
                .isThrownBy(() -> mistyped.withOnly("key", "pattern"))
                .withMessage("test: unknown key patern");
    }
}
