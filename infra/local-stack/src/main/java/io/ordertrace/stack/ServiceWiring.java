package io.ordertrace.stack;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The same for the three services: their dependencies lie behind proxies, and the OpenTelemetry agent watches them. */
record ServiceWiring(Ports ports, Wiring wiring) {

    Map<String, String> shopApi() {
        return service(
                "shop-api", ports.shopApi(), Wiring.databaseUrl(ports.proxies().shopDb(), "shop"), "shop_api");
    }

    Map<String, String> crmApi() {
        return service(
                "crm-api", ports.crmApi(), Wiring.databaseUrl(ports.proxies().shopDb(), "shop"), "crm_api");
    }

    Map<String, String> mesApi() {
        Map<String, String> environment = service(
                "mes-api", ports.mesApi(), Wiring.databaseUrl(ports.proxies().mesDb(), "mes"), "mes_api");
        environment.put(
                "MES_API_KEYS",
                wiring.apiKeys().entrySet().stream()
                        .map(user -> user.getKey() + ":" + user.getValue())
                        .collect(Collectors.joining(",")));
        return environment;
    }

    /** Database, broker and object store behind their proxies, troubles, and the OpenTelemetry agent. */
    private Map<String, String> service(String name, int port, String databaseUrl, String role) {
        Map<String, String> environment = Wiring.application(port, databaseUrl, wiring.databaseRole(role));
        environment.put("SPRING_RABBITMQ_HOST", "127.0.0.1");
        environment.put("SPRING_RABBITMQ_PORT", Integer.toString(ports.proxies().amqp()));
        environment.put("SPRING_RABBITMQ_USERNAME", wiring.brokerUser().user());
        environment.put("SPRING_RABBITMQ_PASSWORD", wiring.brokerUser().password());
        environment.put("S3_ENDPOINT", "http://127.0.0.1:" + ports.proxies().s3());
        environment.put("S3_ACCESS_KEY", wiring.objectStoreKeys().user());
        environment.put("S3_SECRET_KEY", wiring.objectStoreKeys().password());
        environment.put("S3_BUCKET", Wiring.MODEL_BUCKET);
        environment.put("SPRING_PROFILES_ACTIVE", "troubles");
        environment.put("TROUBLES_TOKEN", wiring.troublesToken());
        environment.putAll(telemetry(name));
        environment.put("BROWSER_OTLP_ENDPOINT", wiring.browserOtlp());
        environment.put("BROWSER_OTLP_TOKEN", wiring.browserTelemetryToken());
        return environment;
    }

    List<String> agent() {
        return TracingAgent.options();
    }

    private Map<String, String> telemetry(String name) {
        return TracingAgent.settings(name, wiring.otlpGrpc(), wiring.telemetryToken(), peers());
    }

    /** The services' addresses of their dependencies are those of the proxies. */
    private Map<String, String> peers() {
        return guardedDependencies().stream()
                .collect(Collectors.toMap(route -> "127.0.0.1:" + route.listen(), route -> route.name()));
    }

    /** What the three services depend on, by the names that their spans give it, and how to get there. */
    List<Toxiproxy.Route> guardedDependencies() {
        ProxyPorts proxies = ports.proxies();
        return List.of(
                new Toxiproxy.Route(Dependency.SHOP_DB.title(), proxies.shopDb(), ports.postgres()),
                new Toxiproxy.Route(Dependency.MES_DB.title(), proxies.mesDb(), ports.postgres()),
                new Toxiproxy.Route(Dependency.FILES.title(), proxies.s3(), ports.s3()),
                new Toxiproxy.Route(Dependency.QUEUE.title(), proxies.amqp(), ports.amqp()));
    }
}
