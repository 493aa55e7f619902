package io.ordertrace.benchmarks.tracing;

import com.rabbitmq.client.ConnectionFactory;
import io.ordertrace.stack.Application;
import io.ordertrace.stack.CollectorServer;
import io.ordertrace.stack.ObjectStore;
import io.ordertrace.stack.Ports;
import io.ordertrace.stack.PostgresServer;
import io.ordertrace.stack.StackOptions;
import io.ordertrace.stack.TracingAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** Starts services as the local stack does, but with the JVM's full compiler, as in production. */
final class Subjects {

    private static final List<String> PRODUCTION = List.of("-XX:TieredStopAtLevel=4", "-Xmx512m");

    private final Surroundings surroundings;
    private final PostgresServer postgres;
    private final ObjectStore objects;
    private final CollectorServer collector;
    private final Path folder;
    private final String apiKey;
    private final Map<String, Integer> brokers = new HashMap<>();

    Subjects(
            Surroundings surroundings,
            PostgresServer postgres,
            ObjectStore objects,
            CollectorServer collector,
            Path folder,
            String apiKey) {
        this.surroundings = surroundings;
        this.postgres = postgres;
        this.objects = objects;
        this.collector = collector;
        this.folder = folder;
        this.apiKey = apiKey;
    }

    CollectorServer collector() {
        return collector;
    }

    SpanSink sink() {
        return surroundings.sink();
    }

    Subject start(Load load, Variant variant) {
        String database = load.schema() + "_" + variant.plain();
        postgres.ensureDatabase(database, surroundings.databaseRole.user());
        postgres.ensureSchema(database, load.schema(), surroundings.databaseRole.user());
        int broker = brokers.computeIfAbsent(load.service() + "-" + variant.name(), surroundings::broker);
        int port = Ports.freePort();
        String name = load.service();
        Path jar = Application.jar(
                name,
                StackOptions.enclosingProject().resolve("instrumented-apis").resolve(name));
        List<String> options = new ArrayList<>(PRODUCTION);
        if (variant.traced()) {
            options.addAll(TracingAgent.options());
        }
        options.addAll(variant.jvmOptions());
        String address = "http://127.0.0.1:" + port;
        Application service = Application.start(
                name,
                jar,
                folder.resolve(name + "-" + variant.name()),
                options,
                environment(name, variant, database, port, broker),
                address + "/actuator/health/readiness");
        try {
            return connected(load, variant, service, address, database, broker);
        } catch (IOException | TimeoutException | SQLException e) {
            service.close();
            throw new IllegalStateException("cannot look into the surroundings of " + name, e);
        }
    }

    private Subject connected(
            Load load, Variant variant, Application service, String address, String database, int broker)
            throws IOException, TimeoutException, SQLException {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(broker);
        factory.setUsername(surroundings.brokerUser.user());
        factory.setPassword(surroundings.brokerUser.password());
        var amqp = factory.newConnection("benchmark");
        return new Subject(
                variant, service, address, load.schema(), postgres.connect(database), amqp, amqp.createChannel());
    }

    private Map<String, String> environment(String service, Variant variant, String database, int port, int broker) {
        Map<String, String> environment = new HashMap<>();
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_DATASOURCE_URL", postgres.jdbcUrl(database));
        environment.put("SPRING_DATASOURCE_USERNAME", surroundings.databaseRole.user());
        environment.put("SPRING_DATASOURCE_PASSWORD", surroundings.databaseRole.password());
        environment.put("SPRING_RABBITMQ_HOST", "127.0.0.1");
        environment.put("SPRING_RABBITMQ_PORT", Integer.toString(broker));
        environment.put("SPRING_RABBITMQ_USERNAME", surroundings.brokerUser.user());
        environment.put("SPRING_RABBITMQ_PASSWORD", surroundings.brokerUser.password());
        environment.put("S3_ENDPOINT", objects.endpoint().toString());
        environment.put("S3_ACCESS_KEY", surroundings.objectKeys.user());
        environment.put("S3_SECRET_KEY", surroundings.objectKeys.password());
        environment.put("S3_BUCKET", variant.name());
        environment.put("MES_API_KEYS", MesLoad.API_USER + ":" + apiKey);
        environment.put("BROWSER_OTLP_ENDPOINT", "http://127.0.0.1:9/v1/traces");
        environment.put("BROWSER_OTLP_TOKEN", "none");
        if (variant.traced()) {
            String collectorOrSink = variant.collector() ? surroundings.collectorAddress() : sink().address();
            environment.putAll(
                    TracingAgent.settings(service, "http://" + collectorOrSink, surroundings.token, peers(broker)));
        }
        environment.putAll(variant.environment());
        return environment;
    }

    private Map<String, String> peers(int broker) {
        return Map.of("127.0.0.1:" + objects.endpoint().getPort(), "3d-files", "127.0.0.1:" + broker, "orders-mq");
    }
}
