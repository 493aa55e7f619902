package io.ordertrace.contract;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.ordertrace.registry.Attribute;
import io.ordertrace.registry.Registry;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Attributes are those of the registry, with values as it says. */
final class ValuesConcern implements Concern {

    private static final String PREFIX = "jewelry.";
    private static final Set<String> ACTORS =
            Set.of("user.id", "jewelry.seller.id", "jewelry.operator.id", "jewelry.api_user.id");
    private static final Set<String> STATUSES = Set.of(SeenSpan.ORDER_STATUS, "jewelry.order.status.previous");

    private final Registry registry;

    ValuesConcern(Registry registry) {
        this.registry = registry;
    }

    @Override
    public void check(SeenSpan span, Findings findings) {
        span.attributes().forEach((key, value) -> check(key, value, findings));
        span.span().getEventsList().forEach(event -> onlyKnown(SeenSpan.map(event.getAttributesList()), findings));
    }

    private void onlyKnown(Map<String, AnyValue> attributes, Findings findings) {
        attributes.keySet().stream()
                .filter(key -> key.startsWith(PREFIX) && registry.attribute(key).isEmpty())
                .forEach(key -> findings.add(Rule.ATTRIBUTE_NOT_IN_REGISTRY, key));
    }

    private void check(String key, AnyValue value, Findings findings) {
        Attribute attribute = registry.attribute(key).orElse(null);
        if (attribute == null) {
            onlyKnown(Map.of(key, value), findings);
        } else if (value.getValueCase() != expected(attribute)) {
            findings.add(
                    Rule.WRONG_VALUE_TYPE,
                    key + " is no " + attribute.type().name().toLowerCase(Locale.ROOT));
        } else if (value.hasStringValue()) {
            check(attribute, value.getStringValue(), findings);
        }
    }

    private static void check(Attribute attribute, String value, Findings findings) {
        if (!attribute.members().isEmpty() && attribute.member(value).isEmpty()) {
            findings.add(unknown(attribute.key()), attribute.key() + " = " + value);
        }
        if (attribute
                .pattern()
                .filter(pattern -> !pattern.matcher(value).matches())
                .isPresent()) {
            // The value is left out: what has not the form of an id may be a name.
            findings.add(
                    malformed(attribute.key()),
                    attribute.key() + " does not match " + attribute.pattern().orElseThrow());
        }
    }

    private static Rule unknown(String key) {
        if (STATUSES.contains(key)) {
            return Rule.UNKNOWN_STATUS;
        }
        return key.equals("jewelry.failure.class") ? Rule.FAILURE_CLASS_UNKNOWN : Rule.UNKNOWN_VALUE;
    }

    private static Rule malformed(String key) {
        if (ACTORS.contains(key)) {
            return Rule.ACTOR_MALFORMED;
        }
        return key.equals(SeenSpan.ORDER_ID) ? Rule.ORDER_ID_MALFORMED : Rule.VALUE_MALFORMED;
    }

    private static AnyValue.ValueCase expected(Attribute attribute) {
        return switch (attribute.type()) {
            case STRING -> AnyValue.ValueCase.STRING_VALUE;
            case INT -> AnyValue.ValueCase.INT_VALUE;
            case DOUBLE -> AnyValue.ValueCase.DOUBLE_VALUE;
            case BOOLEAN -> AnyValue.ValueCase.BOOL_VALUE;
        };
    }
}
