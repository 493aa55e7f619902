package io.ordertrace.stack;

import io.ordertrace.stack.demo.plan.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells each application, through its environment, where the others are and how to sign in to them. */
final class Wiring {

    static final String MODEL_BUCKET = "models";
    static final String FIRST_ADMINISTRATOR = "vera";
    static final List<String> USERS = List.of("anna", "boris", FIRST_ADMINISTRATOR, "gleb");

    private final Ports ports;
    private final Secrets secrets;

    Wiring(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    Credential databaseSuperuser() {
        return secrets.credential("postgres");
    }

    Credential databaseRole(String role) {
        return secrets.credential(role);
    }

    Credential brokerUser() {
        return secrets.credential("order-trace");
    }

    Credential objectStoreKeys() {
        return secrets.credential(MODEL_BUCKET);
    }

    Credential jaegerQuery() {
        return secrets.credential("jaeger-query");
    }

    Credential jaegerWrite() {
        return secrets.credential("jaeger-write");
    }

    Credential keycloakAdministrator() {
        return secrets.credential("keycloak-admin");
    }

    /** The bearer token with which the Collector takes spans. */
    String telemetryToken() {
        return secrets.secret("telemetry-token");
    }

    /** The same for spans that a service hands on from its page's visitors. */
    String browserTelemetryToken() {
        return secrets.secret("browser-telemetry-token");
    }

    /** What the switchboard and the services' own troubles ask for. */
    String troublesToken() {
        return secrets.secret("troubles-token");
    }

    /** By API user. */
    Map<String, String> apiKeys() {
        return People.API_USERS.stream().collect(Collectors.toMap(user -> user, secrets::secret));
    }

    String password(String user) {
        return secrets.secret("user-" + user);
    }

    String portalUrl() {
        return "http://localhost:" + ports.portal();
    }

    /** Base addresses by name. */
    Map<String, String> services() {
        return Map.of(
                Blueprint.SHOP_API, "http://127.0.0.1:" + ports.shopApi(),
                Blueprint.CRM_API, "http://127.0.0.1:" + ports.crmApi(),
                Blueprint.MES_API, "http://127.0.0.1:" + ports.mesApi());
    }

    String switchboardUrl() {
        return "http://localhost:" + ports.switchboard();
    }

    String issuer() {
        return "http://localhost:" + ports.keycloak() + "/realms/" + RealmTemplate.REALM;
    }

    String realm() {
        Map<String, String> values = new HashMap<>();
        values.put("portal-url", portalUrl());
        values.put("client-secret", clientSecret());
        USERS.forEach(user -> values.put(user, password(user)));
        return RealmTemplate.filled(values);
    }

    String databaseUrl(String database) {
        return databaseUrl(ports.postgres(), database);
    }

    private static String databaseUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
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

    Map<String, String> portal() {
        Map<String, String> environment = application(ports.portal(), databaseUrl("portal"), databaseRole("portal"));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(ports.portalManagement()));
        environment.put("PORTAL_OIDC_ISSUER", issuer());
        environment.put("PORTAL_OIDC_CLIENT_ID", RealmTemplate.CLIENT);
        environment.put("PORTAL_OIDC_CLIENT_SECRET", clientSecret());
        environment.put("PORTAL_FIRST_ADMINISTRATOR", FIRST_ADMINISTRATOR);
        environment.put("JAEGER_GRPC_ADDRESS", jaegerGrpc());
        environment.put("JAEGER_HTTP_URL", jaegerHttp());
        environment.put("JAEGER_USER", jaegerQuery().user());
        environment.put("JAEGER_PASSWORD", jaegerQuery().password());
        return environment;
    }

    Map<String, String> shopApi() {
        return service("shop-api", ports.shopApi(), databaseUrl(ports.proxies().shopDb(), "shop"), "shop_api");
    }

    Map<String, String> crmApi() {
        return service("crm-api", ports.crmApi(), databaseUrl(ports.proxies().shopDb(), "shop"), "crm_api");
    }

    Map<String, String> mesApi() {
        Map<String, String> environment =
                service("mes-api", ports.mesApi(), databaseUrl(ports.proxies().mesDb(), "mes"), "mes_api");
        environment.put(
                "MES_API_KEYS",
                apiKeys().entrySet().stream()
                        .map(user -> user.getKey() + ":" + user.getValue())
                        .collect(Collectors.joining(",")));
        return environment;
    }

    /** Database, broker and object store behind their proxies, troubles, and the OpenTelemetry agent. */
    private Map<String, String> service(String name, int port, String databaseUrl, String role) {
        Map<String, String> environment = application(port, databaseUrl, databaseRole(role));
        environment.put("SPRING_RABBITMQ_HOST", "127.0.0.1");
        environment.put("SPRING_RABBITMQ_PORT", Integer.toString(ports.proxies().amqp()));
        environment.put("SPRING_RABBITMQ_USERNAME", brokerUser().user());
        environment.put("SPRING_RABBITMQ_PASSWORD", brokerUser().password());
        environment.put("S3_ENDPOINT", "http://127.0.0.1:" + ports.proxies().s3());
        environment.put("S3_ACCESS_KEY", objectStoreKeys().user());
        environment.put("S3_SECRET_KEY", objectStoreKeys().password());
        environment.put("S3_BUCKET", MODEL_BUCKET);
        environment.put("SPRING_PROFILES_ACTIVE", "troubles");
        environment.put("TROUBLES_TOKEN", troublesToken());
        environment.putAll(telemetry(name));
        environment.put("BROWSER_OTLP_ENDPOINT", browserOtlp());
        environment.put("BROWSER_OTLP_TOKEN", browserTelemetryToken());
        return environment;
    }

    List<String> agent() {
        return TracingAgent.options();
    }

    String jaegerGrpc() {
        return "127.0.0.1:" + ports.jaeger().queryGrpc();
    }

    String jaegerOtlp() {
        return "127.0.0.1:" + ports.jaeger().otlpGrpc();
    }

    String jaegerHttp() {
        return "http://127.0.0.1:" + ports.jaeger().queryHttp() + "/jaeger";
    }

    String otlpGrpc() {
        return "http://127.0.0.1:" + ports.collector().otlpGrpc();
    }

    String browserOtlp() {
        return "http://127.0.0.1:" + ports.collector().browserHttp() + "/v1/traces";
    }

    String otlpHttp() {
        return "http://127.0.0.1:" + ports.collector().otlpHttp();
    }

    private String clientSecret() {
        return secrets.secret("portal-oidc-client");
    }

    private Map<String, String> telemetry(String name) {
        return TracingAgent.settings(name, otlpGrpc(), telemetryToken(), peers());
    }

    /** The services' addresses of their dependencies are those of the proxies. */
    private Map<String, String> peers() {
        return guardedDependencies().stream()
                .collect(Collectors.toMap(route -> "127.0.0.1:" + route.listen(), route -> route.name()));
    }

    private static Map<String, String> application(int port, String databaseUrl, Credential role) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_DATASOURCE_URL", databaseUrl);
        environment.put("SPRING_DATASOURCE_USERNAME", role.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", role.password());
        return environment;
    }
}
