package io.ordertrace.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All attributes and spans of the contract, in the order of the registry's files. */
public final class Registry {

    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final List<SpanType> spans;

    Registry(Collection<Attribute> attributes, List<SpanType> spans) {
        for (Attribute attribute : attributes) {
            if (this.attributes.put(attribute.key(), attribute) != null) {
                throw new InvalidRegistry(attribute.key() + " is defined twice");
            }
        }
        this.spans = List.copyOf(spans);
    }

    /**
     * The registry of this product.
     *
     * @throws InvalidRegistry if its files are not what they should be
     */
    public static Registry load() {
        return RegistryReader.read();
    }

    public Collection<Attribute> attributes() {
        return Collections.unmodifiableCollection(attributes.values());
    }

    public Optional<Attribute> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    public List<SpanType> spans() {
        return spans;
    }

    /** The kind of span that has exactly this name. */
    public Optional<SpanType> spanNamed(String name) {
        return spans.stream()
                .filter(span -> span.name().filter(name::equals).isPresent())
                .findFirst();
    }
}
