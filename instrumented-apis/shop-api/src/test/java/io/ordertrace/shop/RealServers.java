package io.ordertrace.shop;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.ordertrace.outbox.MessageHold;
import io.ordertrace.stack.Broker;
import io.ordertrace.stack.Credential;
import io.ordertrace.stack.ObjectStore;
import io.ordertrace.stack.Ports;
import io.ordertrace.stack.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL, the broker and the object store as the local stack starts them; they live as long as the context. */
@TestConfiguration(proxyBeanMethods = false)
class RealServers {

    private static final Credential SHOP = Credential.fresh("shop_api");
    private static final Credential AMQP = Credential.fresh("order-trace");
    private static final Credential S3 = Credential.fresh("models");

    @Bean
    Folder folder() {
        return new Folder();
    }

    @Bean(destroyMethod = "close")
    PostgresServer postgres(Folder folder) {
        var server = PostgresServer.start(folder.of("postgres"), Ports.freePort(), Credential.fresh("postgres"));
        server.ensureRole(SHOP);
        server.ensureDatabase("shop", SHOP.user());
        server.ensureSchema("shop", "shop", SHOP.user());
        return server;
    }

    @Bean
    DynamicPropertyRegistrar database(PostgresServer postgres) {
        return properties -> {
            properties.add("spring.datasource.url", () -> postgres.jdbcUrl("shop"));
            properties.add("spring.datasource.username", SHOP::user);
            properties.add("spring.datasource.password", SHOP::password);
        };
    }

    @Bean
    AmqpPort amqpPort() {
        return new AmqpPort(Ports.freePort());
    }

    @Bean(destroyMethod = "close")
    Broker broker(Folder folder, AmqpPort port) {
        return Broker.start(folder.of("broker"), port.number(), AMQP);
    }

    @Bean
    DynamicPropertyRegistrar messaging(Broker broker, AmqpPort port) {
        return properties -> {
            properties.add("spring.rabbitmq.host", () -> "127.0.0.1");
            properties.add("spring.rabbitmq.port", port::number);
            properties.add("spring.rabbitmq.username", AMQP::user);
            properties.add("spring.rabbitmq.password", AMQP::password);
        };
    }

    @Bean(destroyMethod = "close")
    ObjectStore objectStore(Folder folder) {
        return ObjectStore.start(folder.of("s3"), Ports.freePort(), S3);
    }

    @Bean
    DynamicPropertyRegistrar models(ObjectStore store) {
        return properties -> {
            properties.add("s3.endpoint", store::endpoint);
            properties.add("s3.access-key", S3::user);
            properties.add("s3.secret-key", S3::password);
        };
    }

    @Bean
    InMemorySpanExporter spans() {
        return InMemorySpanExporter.create();
    }

    /** In place of the agent's. */
    @Bean
    OpenTelemetry recordingOpenTelemetry(InMemorySpanExporter spans) {
        var tracing = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(spans))
                .build();
        return OpenTelemetrySdk.builder().setTracerProvider(tracing).build();
    }

    @Bean
    Hold hold() {
        return new Hold();
    }

    /** Keeps messages back while a test wants it, or breaks the round of sending that asks. */
    static final class Hold implements MessageHold {

        private final AtomicReference<@Nullable Error> error = new AtomicReference<>();
        private volatile boolean on;

        void on() {
            on = true;
        }

        void off() {
            on = false;
        }

        void throwsOnce(Error thrown) {
            error.set(thrown);
        }

        @Override
        public boolean isOn() {
            Error thrown = error.getAndSet(null);
            if (thrown != null) {
                throw thrown;
            }
            return on;
        }
    }

    record AmqpPort(int number) {}

    /** A folder for all servers, deleted after they are stopped. */
    static final class Folder implements AutoCloseable {

        private final Path root;

        Folder() {
            try {
                root = Files.createTempDirectory("shop-api-test");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Path of(String server) {
            try {
                return Files.createDirectory(root.resolve(server));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            FileSystemUtils.deleteRecursively(root);
        }
    }
}
