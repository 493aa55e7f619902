package io.ordertrace.benchmarks.tracing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A way to run a service.
 *
 * @param name Latin letters, digits and hyphens; part of names of databases and folders
 * @param traced whether the agent is there
 * @param collector whether spans go through the Collector, or straight to the sink as if it were on another machine
 * @param environment settings that differ from those of the local stack
 * @param jvmOptions options that come after the usual ones
 */
record Variant(
        String name, boolean traced, boolean collector, Map<String, String> environment, List<String> jvmOptions) {

    static final Variant UNTRACED = new Variant("untraced", false, false, Map.of(), List.of());
    static final Variant TRACED = new Variant("traced", true, true, Map.of(), List.of());
    static final Variant TRACED_FROM_AFAR = new Variant("collector-elsewhere", true, false, Map.of(), List.of());

    Variant {
        if (!name.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("not a name for a variant: " + name);
        }
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /**
     * Reads one to try: {@code http:OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf}, {@code lean:A=1;B=2}, {@code
     * c1:-XX:TieredStopAtLevel=1}. It is traced, with the Collector elsewhere.
     */
    static Variant parse(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("a variant is NAME:SETTING[;SETTING], not " + text);
        }
        Map<String, String> environment = new LinkedHashMap<>();
        List<String> settings = Arrays.asList(parts[1].split(";"));
        settings.stream().filter(setting -> !setting.startsWith("-")).forEach(setting -> {
            String[] pair = setting.split("=", 2);
            environment.put(pair[0], pair.length < 2 ? "" : pair[1]);
        });
        List<String> options =
                settings.stream().filter(setting -> setting.startsWith("-")).toList();
        return new Variant(parts[0], true, false, environment, options);
    }

    /** As part of a name in PostgreSQL. */
    String plain() {
        return name.replace('-', '_');
    }
}
