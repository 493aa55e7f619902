package io.ordertrace.stack;

import java.util.List;
import java.util.Locale;

/** Variables of the caller's shell that would silently configure our servers. */
final class ForeignVariables {

    private static final List<String> PREFIXES = List.of(
            "SPRING_",
            "SERVER_",
            "MANAGEMENT_",
            "OTEL_",
            "KC_",
            "KEYCLOAK_",
            "RABBITMQ_",
            "S3PROXY_",
            "PG",
            "JAVA_OPTS");

    private ForeignVariables() {}

    static boolean configureServers(String variable) {
        String upper = variable.toUpperCase(Locale.ROOT);
        return PREFIXES.stream().anyMatch(upper::startsWith);
    }
}
