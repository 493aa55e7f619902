package io.ordertrace.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A mapping in a registry file that may hold known keys only: a mistyped key would be a rule that is never applied. */
record Entry(String where, JsonNode node) {

    Entry {
        if (!node.isObject()) {
            throw new InvalidRegistry(where + " is no mapping");
        }
    }

    Entry withOnly(String... keys) {
        Set<String> known = Set.of(keys);
        node.propertyNames().stream()
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new InvalidRegistry(where + ": unknown key " + key);
                });
        return this;
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> new InvalidRegistry(where + ": " + key + " is missing"));
    }

    Optional<String> optional(String key) {
        JsonNode value = node.path(key);
        return value.isString() ? Optional.of(value.asString().strip()) : Optional.empty();
    }

    List<String> texts(String key) {
        return values(key).map(JsonNode::asString).toList();
    }

    Optional<Entry> entry(String key) {
        return node.path(key).isObject() ? Optional.of(new Entry(where + "." + key, node.path(key))) : Optional.empty();
    }

    Stream<Entry> entries(String key) {
        return values(key).map(value -> new Entry(where + "." + key, value));
    }

    /** Ours among the annotations; an empty one if there are none. */
    Entry annotations() {
        JsonNode ours = node.path("annotations").path("order_trace");
        return new Entry(where + ".annotations", ours.isObject() ? ours : JsonNodeFactory.instance.objectNode());
    }

    private Stream<JsonNode> values(String key) {
        return node.path(key).valueStream();
    }
}
