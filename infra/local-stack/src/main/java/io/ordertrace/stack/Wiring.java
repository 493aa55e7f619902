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

    static String databaseUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
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

    static Map<String, String> application(int port, String databaseUrl, Credential role) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_DATASOURCE_URL", databaseUrl);
        environment.put("SPRING_DATASOURCE_USERNAME", role.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", role.password());
        return environment;
    }
}
