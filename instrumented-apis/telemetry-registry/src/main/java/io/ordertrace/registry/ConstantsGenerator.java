package io.ordertrace.registry;

import io.ordertrace.registry.Attribute.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the Java constants of the contract; the build of {@code order-telemetry} runs it. */
public final class ConstantsGenerator {

    private static final String PACKAGE = "io.ordertrace.telemetry";
    private static final Map<ValueType, String> JAVA_TYPES = Map.of(
            ValueType.STRING, "String",
            ValueType.INT, "Long",
            ValueType.DOUBLE, "Double",
            ValueType.BOOLEAN, "Boolean");

    private ConstantsGenerator() {}

    /** @param arguments the folder for generated sources */
    public static void main(String... arguments) throws IOException {
        Registry registry = Registry.load();
        Path folder = Files.createDirectories(Path.of(arguments[0]).resolve(PACKAGE.replace('.', '/')));
        Files.writeString(folder.resolve("OrderAttributes.java"), attributes(registry));
        Files.writeString(folder.resolve("OrderSpans.java"), spans(registry));
    }

    static String attributes(Registry registry) {
        return source(
                "OrderAttributes",
                "import io.opentelemetry.api.common.AttributeKey;\n\n",
                "The attribute keys of the contract, made from its registry.",
                registry.attributes().stream()
                        .filter(attribute -> attribute.constant().isPresent())
                        .map(ConstantsGenerator::constant)
                        .collect(Collectors.joining("\n")));
    }

    static String spans(Registry registry) {
        return source(
                "OrderSpans",
                "",
                "The names of the contract's spans, made from its registry.",
                registry.spans().stream()
                        .filter(span -> span.constant().isPresent())
                        .map(span -> "    /** %s */\n    public static final String %s = \"%s\";\n"
                                .formatted(
                                        span.brief(),
                                        span.constant().orElseThrow(),
                                        span.name().orElseThrow()))
                        .collect(Collectors.joining("\n")));
    }

    private static String constant(Attribute attribute) {
        String type = JAVA_TYPES.get(attribute.type());
        return "    /** %s */\n    public static final AttributeKey<%s> %s =\n            AttributeKey.%sKey(\"%s\");\n"
                .formatted(
                        attribute.brief(),
                        type,
                        attribute.constant().orElseThrow(),
                        attribute.type() == ValueType.INT
                                ? "long"
                                : attribute.type().name().toLowerCase(Locale.ROOT),
                        attribute.key());
    }

    private static String source(String name, String imports, String doc, String body) {
        return "package %s;\n\n%s/** %s */\npublic final class %s {\n\n%s\n    private %s() {}\n}\n"
                .formatted(PACKAGE, imports, doc, name, body, name);
    }
}
