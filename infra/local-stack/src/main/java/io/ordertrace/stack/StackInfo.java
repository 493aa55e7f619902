package io.ordertrace.stack;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What {@code stack.json} tells scripts and tests: addresses, sign-ins, orders worth opening, processes. */
public record StackInfo(
        String portal,
        String keycloak,
        Otlp otlp,
        Jaeger jaeger,
        Map<String, String> services,
        Map<String, String> apiKeys,
        Map<String, String> users,
        Map<String, String> orders,
        Database portalDatabase,
        Switchboard switchboard,
        Map<String, ProcessInfo> processes) {

    public StackInfo {
        services = sorted(services);
        apiKeys = sorted(apiKeys);
        users = sorted(users);
        orders = sorted(orders);
        processes = sorted(processes);
    }

    private static <V> Map<String, V> sorted(Map<String, V> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** Where the Collector takes spans, and the bearer token that it asks for. */
    public record Otlp(String grpc, String http, String token) {}

    /** Jaeger's query side with the credential that only the portal and tests hold. */
    public record Jaeger(String grpc, String http, String user, String password) {}

    /** How to look into the portal's own database. */
    public record Database(String url, String user, String password) {}

    /** Where troubles are turned on and off, and the token that it asks for. */
    public record Switchboard(String url, String token) {}

    /** A component's process and its log file. */
    public record ProcessInfo(long pid, String log) {}
}
