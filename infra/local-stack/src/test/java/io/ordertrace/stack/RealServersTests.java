package io.ordertrace.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealServersTests {

    @TempDir
    Path dir;

    private final int port = Ports.freePort();

    @Test
    void postgresKeepsItsStateAndChecksPasswords() throws Exception {
        Credential superuser = Credential.fresh("postgres");
        try (var postgres = PostgresServer.start(dir, port, superuser)) {
            postgres.ensureRole(new Credential("shop_api", "first"));
            postgres.ensureDatabase("shop", "shop_api");
            postgres.ensureSchema("shop", "shop", "shop_api");
        }
        try (var postgres = PostgresServer.start(dir, port, superuser)) {
            postgres.ensureRole(new Credential("shop_api", "second"));
            postgres.ensureDatabase("shop", "shop_api");
            String url = postgres.jdbcUrl("shop");
            try (var connection = DriverManager.getConnection(url, "shop_api", "second")) {
                assertThat(connection.createStatement().execute("create table shop.t (id int)"))
                        .isFalse();
            }
            assertThatThrownBy(() -> DriverManager.getConnection(url, "shop_api", "first"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            postgres.ensureRole(new Credential("stranger", "x"));
            assertThatThrownBy(() -> DriverManager.getConnection(url, "stranger", "x"))
                    .hasMessageContaining("permission denied");
            assertThat(Listening.addressesOf(postgres.pid())).containsExactly("127.0.0.1:" + port);
        }
    }

    @Test
    void postgresLeavesNoPasswordFileWhenItsDataFolderCannotBeMade() {
        // initdb reserves names that begin with pg_.
        assertThatThrownBy(() -> PostgresServer.start(dir, port, Credential.fresh("pg_reserved")))
                .isInstanceOf(ComponentFailed.class)
                .hasMessageContaining("cannot make its data folder");
        assertThat(dir.resolve("initdb.log")).exists();
        assertThat(dir.resolve("superuser-password")).doesNotExist();
    }

    @Test
    void rabbitMqKeepsToItselfAndLeavesNothingBehind() throws Exception {
        Credential user = Credential.fresh("order-trace");
        RabbitMqInstallation installation = RabbitMqInstallation.find().orElseThrow();
        var broker = RabbitMqBroker.start(installation, dir, port, user);
        try (broker) {
            assertThat(Broker.letsIn(port, user)).isTrue();
            assertThat(Broker.letsIn(port, new Credential("guest", "wrong"))).isFalse();
            assertThat(Listening.addressesOf(broker.pid())).hasSize(2).allMatch(address -> address.startsWith("127."));
        }
        assertThat(Listening.processesMentioning(dir.toString())).isEmpty();
        assertThat(Listening.processesMentioning("epmd -address 127.0.0.1")).isEmpty();
    }

    @Test
    void embeddedBrokerTakesRabbitMqQueuesAndKeepsMessagesOverARestart() throws Exception {
        Credential user = Credential.fresh("order-trace");
        try (var broker = EmbeddedBroker.start(dir, port, user);
                var connection = connect(user);
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.queueDeclare("mes.orders", true, false, false, Map.of("x-dead-letter-exchange", "orders.dead"));
            channel.basicPublish("", "mes.orders", true, MessageProperties.PERSISTENT_BASIC, new byte[] {42});
            channel.waitForConfirmsOrDie(10_000);
            assertThat(Broker.letsIn(port, new Credential(user.user(), "wrong")))
                    .isFalse();
            assertThat(Listening.addressesOf(broker.pid())).allMatch(address -> address.contains("127.0.0.1:" + port));
        }
        try (var broker = EmbeddedBroker.start(dir, port, user);
                var connection = connect(user);
                var channel = connection.createChannel()) {
            assertThat(broker.isAlive()).isTrue();
            assertThat(channel.basicGet("mes.orders", true).getBody()).containsExactly(42);
        }
    }

    @Test
    void objectStoreRefusesWhoHasNoKeys() throws Exception {
        try (var store = ObjectStore.start(dir, port, Credential.fresh("models"));
                var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(store.endpoint()).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Listening.addressesOf(store.pid())).allMatch(address -> address.contains("127.0.0.1:" + port));
        }
    }

    @Test
    void toxiproxyPassesOnAndListensOnLoopbackOnly() throws Exception {
        int listen = Ports.freePort();
        try (var upstream = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var proxy = Toxiproxy.start(
                        dir,
                        port,
                        List.of(new Toxiproxy.Route("shop-db", listen, upstream.getLocalPort())),
                        System.out);
                var client = new Socket(InetAddress.getLoopbackAddress(), listen)) {
            // Readiness has left connections of its own in the queue.
            client.getOutputStream().write("ask".getBytes(StandardCharsets.UTF_8));
            assertThat(firstWords(upstream)).isEqualTo("ask");
            assertThat(Listening.addressesOf(proxy.pid()))
                    .containsExactlyInAnyOrder("127.0.0.1:" + port, "127.0.0.1:" + listen);
        }
        assertThat(Listening.processesMentioning(dir.toString())).isEmpty();
    }

    private static String firstWords(ServerSocket server) throws IOException {
        byte[] words = {};
        while (words.length == 0) {
            try (Socket accepted = server.accept()) {
                words = accepted.getInputStream().readNBytes(3);
            }
        }
        return new String(words, StandardCharsets.UTF_8);
    }

    @Test
    void keycloakServesTheRealmAndKeepsItOverARestart() throws Exception {
        String realm = RealmTemplate.filled(Map.of(
                "client-secret",
                "s",
                "portal-url",
                "http://localhost:1",
                "anna",
                "a",
                "boris",
                "b",
                "vera",
                "v",
                "gleb",
                "g"));
        int management = Ports.freePort();
        Credential administrator = Credential.fresh("admin");
        for (int round = 0; round < 2; round++) {
            try (var keycloak = KeycloakServer.start(dir, port, management, realm, administrator);
                    var client = HttpClient.newHttpClient()) {
                URI description = URI.create(keycloak.url() + "/realms/order-trace/.well-known/openid-configuration");
                var answer = client.send(
                        HttpRequest.newBuilder(description).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\"issuer\":\"http://localhost:" + port + "/realms/order-trace\"");
            }
            assertThat(Listening.processesMentioning(dir.toString())).isEmpty();
        }
    }

    private Connection connect(Credential user) throws Exception {
        var factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(port);
        factory.setUsername(user.user());
        factory.setPassword(user.password());
        return factory.newConnection();
    }
}
