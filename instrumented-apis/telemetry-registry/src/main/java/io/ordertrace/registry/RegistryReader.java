package io.ordertrace.registry;

import io.ordertrace.registry.Attribute.Member;
import io.ordertrace.registry.Attribute.ValueType;
import io.ordertrace.registry.SpanType.Level;
import io.ordertrace.registry.SpanType.Use;
import io.ordertrace.registry.SpanType.When;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code definition/2} files, as far as this registry uses them. */
final class RegistryReader {

    private static final String BORROWED = "order_trace.borrowed";

    private final List<Attribute> attributes = new ArrayList<>();
    private final Map<String, List<Entry>> groups = new HashMap<>();

    private RegistryReader() {}

    static Registry read() {
        return new RegistryReader().read(file("attributes.yaml"), file("spans.yaml"));
    }

    private Registry read(Entry definitions, Entry signals) {
        definitions
                .withOnly("file_format", "attributes")
                .entries("attributes")
                .map(this::attribute)
                .forEach(attributes::add);
        signals.withOnly("file_format", "attribute_groups", "spans")
                .entries("attribute_groups")
                .forEach(group -> groups.put(
                        group.withOnly("id", "visibility", "stability", "brief", "attributes")
                                .text("id"),
                        group.entries("attributes").toList()));
        groups.getOrDefault(BORROWED, List.of()).stream()
                .map(RegistryReader::borrowed)
                .forEach(attributes::add);
        return new Registry(attributes, signals.entries("spans").map(this::span).toList());
    }

    private static Entry file(String name) {
        try (InputStream content = Objects.requireNonNull(RegistryReader.class.getResourceAsStream(name), name)) {
            Entry file = new Entry(name, new YAMLMapper().readTree(content));
            if (!file.text("file_format").equals("definition/2")) {
                throw new InvalidRegistry(name + " is in another format");
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Attribute attribute(Entry entry) {
        entry.withOnly("key", "type", "stability", "brief", "note", "examples", "annotations");
        Entry ours = entry.annotations().withOnly("constant", "pattern", "members_of");
        entry.text("stability");
        List<Member> members = ours.optional("members_of")
                .map(this::membersOf)
                .orElseGet(
                        () -> entry.entry("type").map(RegistryReader::members).orElse(List.of()));
        return new Attribute(
                entry.text("key"),
                entry.optional("type").map(RegistryReader::type).orElse(ValueType.STRING),
                entry.text("brief"),
                entry.optional("note"),
                members,
                ours.optional("pattern").map(Pattern::compile),
                ours.optional("constant"));
    }

    private List<Member> membersOf(String key) {
        return attributes.stream()
                .filter(attribute -> attribute.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new InvalidRegistry(key + " is not defined before its use"))
                .members();
    }

    private static List<Member> members(Entry type) {
        return type.withOnly("members")
                .entries("members")
                .map(member -> member.withOnly("id", "value", "brief", "stability", "annotations"))
                .map(member -> new Member(
                        member.text("value"),
                        member.text("brief"),
                        member.annotations().withOnly("actors").texts("actors")))
                .toList();
    }

    /** An attribute that is defined elsewhere: what we need to know of it stands in our annotations. */
    private static Attribute borrowed(Entry ref) {
        ref.withOnly("ref", "brief", "annotations");
        Entry ours = ref.annotations().withOnly("constant", "type", "pattern");
        return new Attribute(
                ref.text("ref"),
                type(ours.text("type")),
                ref.text("brief"),
                Optional.empty(),
                List.of(),
                ours.optional("pattern").map(Pattern::compile),
                ours.optional("constant"));
    }

    private static ValueType type(String name) {
        return ValueType.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private SpanType span(Entry span) {
        span.withOnly(
                "type", "kind", "name", "stability", "requirement_level", "brief", "note", "attributes", "annotations");
        Entry ours = span.annotations().withOnly("name", "status", "constant");
        return new SpanType(
                span.text("type"),
                ours.optional("name"),
                span.text("kind"),
                span.text("brief"),
                span.entries("attributes")
                        .flatMap(this::referred)
                        .map(this::use)
                        .toList(),
                ours.optional("status").filter("error"::equals).isPresent(),
                ours.optional("constant"));
    }

    private Stream<Entry> referred(Entry reference) {
        return reference
                .optional("ref_group")
                .map(group -> Optional.ofNullable(groups.get(group))
                        .orElseThrow(() -> new InvalidRegistry("there is no group " + group))
                        .stream())
                .orElseGet(() -> Stream.of(reference));
    }

    private Use use(Entry ref) {
        ref.withOnly("ref", "requirement_level", "brief", "note", "annotations");
        Optional<Entry> conditional = ref.entry("requirement_level");
        String key = ref.text("ref");
        if (key.startsWith("jewelry.")
                && attributes.stream().noneMatch(a -> a.key().equals(key))) {
            throw new InvalidRegistry(ref.where() + ": there is no attribute " + key);
        }
        return new Use(
                key,
                conditional.isPresent() ? Level.CONDITIONALLY_REQUIRED : Level.of(ref.text("requirement_level")),
                conditional.map(condition ->
                        condition.withOnly("conditionally_required").text("conditionally_required")),
                ref.annotations()
                        .withOnly("when", "type")
                        .optional("when")
                        .map(When::of)
                        .orElse(When.ANY));
    }
}
