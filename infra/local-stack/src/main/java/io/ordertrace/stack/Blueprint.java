package io.ordertrace.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Which components the stack has, how each is started and which others it needs to be ready first. */
final class Blueprint {

    static final String POSTGRESQL = "postgresql";
    static final String BROKER = Broker.NAME;
    static final String S3 = "s3";
    static final String JAEGER = "jaeger";
    static final String COLLECTOR = "collector";
    static final String KEYCLOAK = "keycloak";
    static final String TOXIPROXY = Toxiproxy.NAME;
    static final String SHOP_API = "shop-api";
    static final String CRM_API = "crm-api";
    static final String MES_API = "mes-api";
    static final String PORTAL = "portal";

    /** A component's name and the names of those it needs. */
    record Node(Component component, List<String> needs) {}

    private final StackOptions options;
    private final Path data;
    private final Wiring wiring;
    private final ServiceWiring services;
    private final Consumer<ComponentFailed> whenOneDies;
    private final Map<String, Node> nodes = new LinkedHashMap<>();

    Blueprint(StackOptions options, Path data, Wiring wiring, Consumer<ComponentFailed> whenOneDies) {
        this.options = options;
        this.data = data;
        this.wiring = wiring;
        services = new ServiceWiring(options.ports(), wiring);
        this.whenOneDies = whenOneDies;
    }

    /** Makes what takes minutes the first time, one after the other, so that nothing else waits for a core meanwhile. */
    void prepare() {
        JaegerServer.binary(options.out());
        CollectorServer.binary(options.out());
        Toxiproxy.binary(options.out());
        KeycloakServer.prepare(options.out());
    }

    /** In an order in which each comes after those it needs. */
    Map<String, Node> nodes() {
        Ports ports = options.ports();
        add(KEYCLOAK, List.of(), this::keycloak);
        add(POSTGRESQL, List.of(), this::postgres);
        add(BROKER, List.of(), () -> Broker.start(data.resolve(BROKER), ports.amqp(), wiring.brokerUser()));
        add(S3, List.of(), () -> ObjectStore.start(data.resolve(S3), ports.s3(), wiring.objectStoreKeys()));
        add(JAEGER, List.of(), this::jaeger);
        // A Jaeger that is still being built when the Collector first looks it would find two minutes late.
        add(COLLECTOR, List.of(JAEGER), this::collector);
        add(TOXIPROXY, List.of(), this::toxiproxy);
        List<String> stores = List.of(POSTGRESQL, BROKER, S3, COLLECTOR, TOXIPROXY);
        addService(SHOP_API, ports.shopApi(), stores, services.shopApi());
        addService(CRM_API, ports.crmApi(), stores, services.crmApi());
        addService(MES_API, ports.mesApi(), stores, services.mesApi());
        addApplication(
                PORTAL,
                options.project().resolve(PORTAL),
                ports.portalManagement(),
                List.of(POSTGRESQL, KEYCLOAK, JAEGER),
                List.of(),
                wiring.portal());
        return nodes;
    }

    private void addService(String name, int port, List<String> needs, Map<String, String> environment) {
        Path module = options.project().resolve("instrumented-apis").resolve(name);
        addApplication(name, module, port, needs, services.agent(), environment);
    }

    /** Looks for the jar at once: that it is not built should be said before anything is started. */
    private void addApplication(
            String name,
            Path module,
            int healthPort,
            List<String> needs,
            List<String> jvmOptions,
            Map<String, String> environment) {
        Path jar = Application.jar(name, module);
        String readiness = "http://127.0.0.1:" + healthPort + "/actuator/health/readiness";
        add(name, needs, () -> Application.start(name, jar, data.resolve(name), jvmOptions, environment, readiness));
    }

    private void add(String name, List<String> needs, Supplier<? extends Server> starter) {
        nodes.put(name, new Node(new Component(name, starter, whenOneDies), needs));
    }

    private Server keycloak() {
        Ports ports = options.ports();
        return KeycloakServer.start(
                data.resolve(KEYCLOAK),
                ports.keycloak(),
                ports.keycloakManagement(),
                wiring.realm(),
                wiring.keycloakAdministrator());
    }

    private Server postgres() {
        PostgresServer server =
                PostgresServer.start(data.resolve(POSTGRESQL), options.ports().postgres(), wiring.databaseSuperuser());
        try {
            Databases.prepare(server, wiring::databaseRole);
            return server;
        } catch (ComponentFailed e) {
            server.close();
            throw e;
        }
    }

    private Server toxiproxy() {
        Ports ports = options.ports();
        return Toxiproxy.start(
                data.resolve(TOXIPROXY), ports.proxies().control(), services.guardedDependencies(), options.out());
    }

    private Server collector() {
        CollectorSettings settings = new CollectorSettings(
                options.ports().collector(),
                wiring.telemetryToken(),
                wiring.browserTelemetryToken(),
                wiring.jaegerOtlp(),
                wiring.jaegerWrite(),
                options.tap() ? Optional.of(tap()) : Optional.empty());
        return CollectorServer.start(data.resolve(COLLECTOR), settings, options.out());
    }

    Path tap() {
        return data.resolve(COLLECTOR).resolve("tap").resolve("spans.jsonl");
    }

    private Server jaeger() {
        return JaegerServer.start(
                data.resolve(JAEGER),
                options.ports().jaeger(),
                wiring.jaegerQuery(),
                wiring.jaegerWrite(),
                options.out());
    }
}
