package io.ordertrace.mes;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.ordertrace.stack.Broker;
import io.ordertrace.stack.Credential;
import io.ordertrace.stack.ObjectStore;
import io.ordertrace.stack.Ports;
import io.ordertrace.stack.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL, the broker and S3, started for the tests and stopped with the application; spans stay in memory. */
@TestConfiguration(proxyBeanMethods = false)
class RealServers {

    static final String API_KEY = "3f1c9a7d52e84b06";

    private static final Credential USER = Credential.fresh("mes_api");
    private static final Credential ROOT = Credential.fresh("postgres");

    private final Ports ports = Ports.free();

    @Bean
    Folder folder() throws IOException {
        return new Folder(Files.createTempDirectory("mes-api-tests"));
    }

    @Bean
    PostgresServer postgres(Folder folder) {
        PostgresServer postgres = PostgresServer.start(folder.sub("postgres"), ports.postgres(), ROOT);
        postgres.ensureRole(USER);
        postgres.ensureDatabase("mes", USER.user());
        return postgres;
    }

    @Bean
    Broker broker(Folder folder) {
        return Broker.start(folder.sub("broker"), ports.amqp(), USER);
    }

    @Bean
    Store objectStore(Folder folder) {
        return new Store(folder.sub("s3"), ports.s3());
    }

    @Bean
    DynamicPropertyRegistrar addresses(PostgresServer postgres, Broker broker, Store store) {
        return properties -> {
            properties.add("spring.datasource.url", () -> postgres.jdbcUrl("mes"));
            properties.add("spring.datasource.username", USER::user);
            properties.add("spring.datasource.password", USER::password);
            properties.add("spring.rabbitmq.host", () -> "127.0.0.1");
            properties.add("spring.rabbitmq.port", ports::amqp);
            properties.add("spring.rabbitmq.username", USER::user);
            properties.add("spring.rabbitmq.password", USER::password);
            properties.add("S3_ENDPOINT", store::endpoint);
            properties.add("S3_ACCESS_KEY", USER::user);
            properties.add("S3_SECRET_KEY", USER::password);
            properties.add("MES_API_KEYS", () -> "acme:" + API_KEY);
        };
    }

    @Bean
    InMemorySpanExporter spans() {
        return InMemorySpanExporter.create();
    }

    @Bean
    OpenTelemetry recordingOpenTelemetry(InMemorySpanExporter spans) {
        return OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .build();
    }

    /** S3, which a test may stop and start again: what is stored stays. */
    static final class Store implements AutoCloseable {

        private final Path folder;
        private final int port;
        private ObjectStore running;

        Store(Path folder, int port) {
            this.folder = folder;
            this.port = port;
            running = start();
        }

        private ObjectStore start() {
            return ObjectStore.start(folder, port, USER);
        }

        URI endpoint() {
            return running.endpoint();
        }

        void stopped(Runnable meanwhile) {
            running.close();
            try {
                meanwhile.run();
            } finally {
                running = start();
            }
        }

        @Override
        public void close() {
            running.close();
        }
    }

    /** Deleted when the servers that live in it are stopped. */
    record Folder(Path path) implements AutoCloseable {

        Path sub(String name) {
            try {
                return Files.createDirectories(path.resolve(name));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(path);
        }
    }
}
