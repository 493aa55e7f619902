package io.ordertrace.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrace.stack.trouble.Premises;
import io.ordertrace.stack.trouble.Switchboard;
import io.ordertrace.stack.trouble.SwitchboardServer;
import io.ordertrace.stack.trouble.Trouble;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The switchboard over HTTP, its troubles of a database made in a real PostgreSQL. */
class SwitchboardTests {

    private static final Credential SUPERUSER = Credential.fresh("postgres");
    private static final String TOKEN = Credential.freshSecret();
    private static final String CHANGE =
            "set lock_timeout = 300; set statement_timeout = 900; insert into shop.customer_order default values";

    @TempDir
    static Path dir;

    private static PostgresServer postgres;

    private final int port = Ports.freePort();
    private final HttpClient http = HttpClient.newHttpClient();
    private Switchboard switchboard;
    private SwitchboardServer server;

    @BeforeAll
    static void startDatabase() throws SQLException {
        postgres = PostgresServer.start(dir.resolve("postgresql"), Ports.freePort(), SUPERUSER);
        Databases.prepare(postgres, Credential::fresh);
        try (Connection connection = postgres.connect("shop");
                var statement = connection.createStatement()) {
            statement.execute("create table shop.customer_order (id serial); create table crm.customer_order (id int)");
        }
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    @BeforeEach
    void open() {
        switchboard = freshSwitchboard();
        server = SwitchboardServer.start(switchboard, port, TOKEN);
    }

    @AfterEach
    void close() {
        server.close();
        switchboard.close();
        http.close();
    }

    private static Switchboard freshSwitchboard() {
        return new Switchboard(new Premises(
                Ports.freePort(),
                postgres::jdbcUrl,
                SUPERUSER,
                Ports.freePort(),
                SUPERUSER,
                arguments -> "",
                dir,
                Map.of(),
                TOKEN,
                name -> new Component(name, () -> postgres, failure -> {}),
                dir.resolve("troubles")));
    }

    @ParameterizedTest
    @CsvSource({"shop-db-locked, 55P03", "shop-db-endless-statements, 57014", "shop-db-constraint, 23514"})
    void turnsATroubleOfTheDatabaseOnAndOffAgain(String name, String sqlState) throws Exception {
        for (int twice = 0; twice < 2; twice++) {
            assertThat(call("PUT", "/troubles/" + name).statusCode()).isEqualTo(200);
        }
        assertThatThrownBy(SwitchboardTests::changeAnOrder)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(sqlState));
        assertThat(isOn(name)).isTrue();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(call("DELETE", "/troubles/" + name).statusCode()).isEqualTo(200);
        }
        changeAnOrder();
        assertThat(isOn(name)).isFalse();
    }

    @Test
    void endsSeveralTroublesAtOnce() throws Exception {
        switchboard.on(Trouble.SHOP_DB_CONSTRAINT);
        switchboard.on(Trouble.SHOP_DB_ENDLESS_STATEMENTS);
        assertThat(switchboard.active())
                .containsExactly(Trouble.SHOP_DB_ENDLESS_STATEMENTS, Trouble.SHOP_DB_CONSTRAINT);
        assertThat(call("DELETE", "/troubles").statusCode()).isEqualTo(200);
        changeAnOrder();
        assertThat(switchboard.active()).isEmpty();
    }

    @Test
    void endsWhatAKilledStackHasLeftInItsDatabase() throws Exception {
        switchboard.on(Trouble.SHOP_DB_CONSTRAINT);
        assertThatThrownBy(SwitchboardTests::changeAnOrder).isInstanceOf(SQLException.class);
        try (Switchboard next = freshSwitchboard()) {
            assertThat(next.active()).isEmpty();
            changeAnOrder();
        }
    }

    @Test
    void aTroubleThatCannotBeMadeIsToldAndStaysOff() throws Exception {
        HttpResponse<String> answer = call("PUT", "/troubles/shop-db-silent");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("shop-db-silent cannot be turned on");
        assertThat(isOn("shop-db-constraint")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void changesNothingForWhoeverHoldsNoToken(String token) throws Exception {
        HttpRequest request = request("/troubles/shop-db-constraint")
                .setHeader(SwitchboardServer.TOKEN_HEADER, token)
                .PUT(BodyPublishers.noBody())
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(switchboard.active()).isEmpty();
    }

    @Test
    void doesNotAnswerPagesOfOtherOriginsNorUnderAnotherName() throws Exception {
        HttpRequest foreign =
                request("/troubles").header("Sec-Fetch-Site", "cross-site").build();
        assertThat(http.send(foreign, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
        assertThat(statusLineFor("evil.example:" + port)).contains(" 421 ");
        assertThat(statusLineFor("localhost:" + port)).contains(" 200 ");
        assertThat(http.send(request("/troubles").build(), BodyHandlers.ofString())
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void showsEveryTroubleInBothLanguages() throws Exception {
        assertThat(call("GET", "/").body()).contains("switchboard.js");
        for (String language : new String[] {"ru", "en-GB"}) {
            HttpRequest request =
                    request("/troubles").header("Accept-Language", language).build();
            JsonNode list = json(http.send(request, BodyHandlers.ofString()));
            assertThat(list.get("troubles")
                            .valueStream()
                            .map(one -> one.get("name").asString()))
                    .containsExactlyElementsOf(
                            Arrays.stream(Trouble.values()).map(Trouble::title).toList());
            assertThat(list.get("troubles")
                            .valueStream()
                            .map(one -> one.get("description").asString()))
                    .allMatch(text -> language.equals("ru") == text.matches(".*[а-я].*"));
        }
    }

    @Test
    void knowsNoOtherTroubles() throws Exception {
        assertThat(call("PUT", "/troubles/earthquake").statusCode()).isEqualTo(404);
        assertThat(call("GET", "/secrets.properties").statusCode()).isEqualTo(404);
    }

    private boolean isOn(String name) throws Exception {
        return json(call("GET", "/troubles"))
                .get("troubles")
                .valueStream()
                .filter(one -> one.get("name").asString().equals(name))
                .allMatch(one -> one.get("on").asBoolean());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private HttpResponse<String> call(String method, String path) throws Exception {
        return http.send(request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(SwitchboardServer.TOKEN_HEADER, TOKEN);
    }

    /** By hand, because a Java client sets the host itself. */
    private String statusLineFor(String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = "GET /troubles HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private static void changeAnOrder() throws SQLException {
        try (Connection connection = postgres.connect("shop");
                var statement = connection.createStatement()) {
            statement.execute(CHANGE);
        }
    }
}
